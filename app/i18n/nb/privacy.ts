export const privacy = {
	'privacy.title': 'Personvern',
	'privacy.intro':
		'At du besøker noen i fengsel, angår bare deg, den du besøker og fengselet. Derfor lagrer vi så lite som vi kan, og verner det godt.',
	'privacy.what.title': 'Dette lagrer vi',
	'privacy.what.you': 'Hvem du er: navn, fødselsdato, fødselsnummer eller D-nummer, telefon, e-post og språk.',
	'privacy.what.applications': 'Søknader om besøkstillatelse, svarene på dem og hva de bygger på.',
	'privacy.what.visits': 'Besøk du har bestilt, endret, avlyst og vært på.',
	'privacy.what.children': 'Barn du søker eller bestiller for, og samtykker fra foreldre eller andre med ansvar.',
	'privacy.what.funds': 'Beløp du har betalt for telefontid. Kortnummeret ditt ser vi aldri.',
	'privacy.why.title': 'Hvorfor vi lagrer det',
	'privacy.why.text':
		'Fengselet trenger opplysningene for å behandle søknader, gjennomføre besøk og ivareta sikkerheten. Grunnlaget er straffegjennomføringsloven kapittel 1 A og §§ 27, 31 og 32.',
	'privacy.who.title': 'Hvem som kan se det',
	'privacy.who.staff':
		'Bare ansatte som trenger det i arbeidet sitt. Hver gang noen åpner opplysningene dine, blir det skrevet i en logg som du selv kan lese.',
	'privacy.who.others':
		'Andre besøkende ser aldri adressen din, telefonnummeret ditt eller hva som står i tillatelsen din.',
	'privacy.who.messages': 'E-post fra oss nevner verken fengsel eller navnet på den du besøker.',
	'privacy.long.title': 'Hvor lenge',
	'privacy.long.text':
		'Opplysningene slettes når de ikke trengs lenger. Opplysninger om betalinger må vi etter loven ha i fem år.',
	'privacy.rights.title': 'Rettighetene dine',
	'privacy.rights.see': 'Du kan be fengselet om å få se det vi har om deg, og hvem som har lest det.',
	'privacy.rights.correct': 'Du kan be om at noe blir rettet eller slettet.',
	'privacy.rights.appeal': 'Er du uenig i svaret, kan du klage innen tre uker.',
	'privacy.rights.authority': 'Du kan også klage til Datatilsynet, datatilsynet.no.',
	'privacy.cookies.title': 'Informasjonskapsler',
	'privacy.cookies.text':
		'Vi bruker bare informasjonskapsler som trengs for innlogging og språk. Ingen følger med på deg, og ingenting deles med andre.',
	'privacy.see-mine': 'Se opplysningene dine',
} as const
