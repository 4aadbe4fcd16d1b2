export const signIn = {
	'sign-in.title': 'Logg inn',
	'sign-in.lead': 'Du loggar inn med ID-porten, til dømes med BankID. Då veit fengselet kven som søkjer og bestiller.',
	'sign-in.button': 'Logg inn med ID-porten',
	'sign-in.lifetime': 'Du blir logga ut når du ikkje har gjort noko på 30 minutt, og alltid etter to timar.',
	'sign-in.no-eid':
		'Har du ikkje elektronisk ID? Ring fengselet. Då får du eit skjema på papir, og dei kan bestille for deg.',
	'sign-in.signed-out': 'Du er logga ut.',
	'sign-in.staff.title': 'Logg inn for tilsette',
	'sign-in.staff.lead':
		'Berre for deg som arbeider med besøk i eit fengsel. Er du pårørande, loggar du inn på framsida.',
	'sign-in.staff.button': 'Logg inn med innlogginga til tenesta',
	'sign-in.staff.lifetime': 'Du blir logga ut når du ikkje har gjort noko på 15 minutt, og alltid etter åtte timar.',
	'sign-in.again.title': 'Logg inn ein gong til',
	'sign-in.again.lead':
		'Det du skal gjere no, krev at du har logga inn dei siste fem minutta. Ingenting er lagra enno.',
	'sign-in.again.kept': 'Det du har skrive, står der når du kjem tilbake.',
	'sign-in.try-again': 'Prøv på nytt',
	'sign-in.stale.title': 'Innlogginga tok for lang tid',
	'sign-in.stale.text': 'Ho vart byrja i eit anna vindauge, er brukt før, eller er eldre enn ti minutt.',
	'sign-in.declined.title': 'Du er ikkje logga inn',
	'sign-in.declined.text': 'Innlogginga vart avbroten. Ingenting er lagra.',
	'sign-in.unavailable.title': 'Innlogginga er nede',
	'sign-in.unavailable.text':
		'Vi får ikkje kontakt med den som står for innlogginga. Besøk som er stadfesta, gjeld framleis. Prøv igjen om litt. Hastar det, kan du ringje fengselet.',
	'sign-in.not-verified.title': 'Innlogginga kunne ikkje godkjennast',
	'sign-in.not-verified.text':
		'Svaret vi fekk, stemte ikkje. Det skjer sjeldan, og det hjelper som regel å byrje på nytt.',
	'sign-in.level.title': 'Du må logge inn på ein sikrare måte',
	'sign-in.level.text':
		'For å verne opplysningane dine krev vi det høgaste nivået i ID-porten. Vel BankID eller Buypass.',
	'sign-in.number.title': 'Vi kan ikkje logge deg inn',
	'sign-in.number.text':
		'Vi fekk ikkje eit fødselsnummer eller D-nummer vi kan bruke. Ring fengselet, så finn de ein annan måte.',
	'sign-in.taken.title': 'Vi kan ikkje logge deg inn',
	'sign-in.taken.text':
		'Opplysningane om deg er knytte til ei anna innlogging hos oss. Ring fengselet, så rettar dei det.',
	'sign-in.no-access.title': 'Du har ikkje tilgang',
	'sign-in.no-access.text':
		'Du er ikkje registrert med ei rolle her. Be den som styrer tilgangar i fengselet om å leggje deg til.',

	'welcome.title': 'Velkomen',
	'welcome.lead': 'Dette er første gongen du er her. Fortel kven du er, så slepp du å skrive det igjen.',
	'welcome.given-name': 'Fornamn og mellomnamn',
	'welcome.family-name': 'Etternamn',
	'welcome.one-name': 'Har du berre eitt namn, skriv det over og lat dette stå tomt.',
	'welcome.name-hint': 'Slik det står i passet eller på legitimasjonen du viser når du kjem.',
	'welcome.born': 'Når er du fødd?',
	'welcome.email': 'E-postadresse',
	'welcome.email-hint':
		'Hit skriv vi når noko skjer. Utan e-postadresse må du logge inn for å sjå svar og endringar. E-posten nemner verken fengsel eller kven du besøkjer.',
	'welcome.phone': 'Telefonnummer',
	'welcome.phone-hint': 'Så fengselet kan nå deg om noko hastar.',
	'welcome.error.given-name': 'Skriv førenamnet ditt.',
	'welcome.error.born-differs':
		'Datoen stemmer ikkje med det vi fekk vite då du logga inn. Sjå om dag, månad og år er rette. Er dei det, ring fengselet.',
	'welcome.button': 'Lagre og gå vidare',

	'me.title': 'Opplysningane dine',
	'me.person': 'Kven du er',
	'me.name': 'Namn',
	'me.born': 'Fødd',
	'me.wrong': 'Er noko av dette feil? Ring fengselet, som kan rette det.',
	'me.contact': 'Slik når vi deg',
	'me.language': 'Språk i brev og e-post',
	'me.save': 'Lagre',
	'me.saved': 'Opplysningane er lagra.',
	'me.error.changed':
		'Opplysningane er endra etter at du opna sida. No står det: {now}. Det du har skrive, er ikkje lagra. Lagre ein gong til om det skal gjelde.',

	'rail.work': 'Arbeid',
	'rail.place': 'Stad og tid',
	'rail.today': 'I dag',
	'rail.day': 'Dagsliste',
	'rail.applications': 'Søknader',
	'rail.requests': 'Førespurnader',
	'rail.reviews': 'Til ny vurdering',
	'rail.check-in': 'Innsjekk',
	'rail.timetable': 'Besøkstider',
	'rail.funds': 'Pengar',
	'rail.facility': 'Byt fengsel',
	'rail.search': 'Innsett, besøkande eller besøkskode',

	'facility.title': 'Kva fengsel arbeider du i no?',
	'facility.lead': 'Du ser og gjer berre det rollene dine i det fengselet gir deg.',
	'facility.current': 'Her er du no',
	'facility.only-one': 'Du har roller i eitt fengsel.',

	'role.visit-officer': 'besøksbetjent',
	'role.screening-officer': 'saksbehandlar for kontroll',
	'role.decision-maker': 'avgjerdstakar',
	'role.finance': 'økonomi',
	'role.admin': 'administrator',
	'role.auditor': 'kontrollør',
} as const
