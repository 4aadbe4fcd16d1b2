import type { privacy as source } from '../nb/privacy.ts'

export const privacy = {
	'privacy.title': 'Personvern',
	'privacy.intro':
		'At du besøkjer nokon i fengsel, gjeld berre deg, den du besøkjer og fengselet. Difor lagrar vi så lite som vi kan, og vernar det godt.',
	'privacy.what.title': 'Dette lagrar vi',
	'privacy.what.you': 'Kven du er: namn, fødselsdato, fødselsnummer eller D-nummer, telefon, e-post og språk.',
	'privacy.what.applications': 'Søknader om besøksløyve, svara på dei og kva dei byggjer på.',
	'privacy.what.visits': 'Besøk du har bestilt, endra, avlyst og vore på.',
	'privacy.what.children': 'Barn du søkjer eller bestiller for, og samtykke frå foreldre eller andre med ansvar.',
	'privacy.what.funds': 'Beløp du har betalt for telefontid. Kortnummeret ditt ser vi aldri.',
	'privacy.why.title': 'Kvifor vi lagrar det',
	'privacy.why.text':
		'Fengselet treng opplysningane for å behandle søknader, gjennomføre besøk og ta vare på tryggleiken. Grunnlaget er straffegjennomføringslova kapittel 1 A og §§ 27, 31 og 32.',
	'privacy.who.title': 'Kven som kan sjå det',
	'privacy.who.staff':
		'Berre tilsette som treng det i arbeidet sitt. Kvar gong nokon opnar opplysningane dine, blir det skrive i ein logg som du sjølv kan lese.',
	'privacy.who.others': 'Andre besøkjande ser aldri adressa di, telefonnummeret ditt eller kva som står i løyvet ditt.',
	'privacy.who.messages': 'E-post frå oss nemner verken fengsel eller namnet på den du besøkjer.',
	'privacy.long.title': 'Kor lenge',
	'privacy.long.text':
		'Opplysningane blir sletta når dei ikkje trengst lenger. Opplysningar om betalingar må vi etter lova ha i fem år.',
	'privacy.rights.title': 'Rettane dine',
	'privacy.rights.see': 'Du kan be fengselet om å få sjå det vi har om deg, og kven som har lese det.',
	'privacy.rights.correct': 'Du kan be om at noko blir retta eller sletta.',
	'privacy.rights.appeal': 'Er du usamd i svaret, kan du klage innan tre veker.',
	'privacy.rights.authority': 'Du kan også klage til Datatilsynet, datatilsynet.no.',
	'privacy.cookies.title': 'Informasjonskapslar',
	'privacy.cookies.text':
		'Vi bruker berre informasjonskapslar som trengst for innlogging og språk. Ingen følgjer med på deg, og ingenting blir delt med andre.',
	'privacy.see-mine': 'Sjå opplysningane dine',
} satisfies Record<keyof typeof source, string>
