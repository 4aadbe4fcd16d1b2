export const signIn = {
	'sign-in.title': 'Logg inn',
	'sign-in.lead': 'Du logger inn med ID-porten, for eksempel med BankID. Da vet fengselet hvem som søker og bestiller.',
	'sign-in.button': 'Logg inn med ID-porten',
	'sign-in.lifetime': 'Du blir logget ut når du ikke har gjort noe på 30 minutter, og alltid etter to timer.',
	'sign-in.no-eid':
		'Har du ikke elektronisk ID? Ring fengselet. Da får du et skjema på papir, og de kan bestille for deg.',
	'sign-in.signed-out': 'Du er logget ut.',
	'sign-in.staff.title': 'Logg inn for ansatte',
	'sign-in.staff.lead': 'Bare for deg som arbeider med besøk i et fengsel. Er du pårørende, logger du inn på forsiden.',
	'sign-in.staff.button': 'Logg inn med tjenestens innlogging',
	'sign-in.staff.lifetime': 'Du blir logget ut når du ikke har gjort noe på 15 minutter, og alltid etter åtte timer.',
	'sign-in.again.title': 'Logg inn en gang til',
	'sign-in.again.lead':
		'Det du skal gjøre nå, krever at du har logget inn de siste fem minuttene. Ingenting er lagret ennå.',
	'sign-in.again.kept': 'Det du har skrevet, står der når du kommer tilbake.',
	'sign-in.try-again': 'Prøv på nytt',
	'sign-in.stale.title': 'Innloggingen tok for lang tid',
	'sign-in.stale.text': 'Den ble begynt i et annet vindu, er brukt før, eller er eldre enn ti minutter.',
	'sign-in.declined.title': 'Du er ikke logget inn',
	'sign-in.declined.text': 'Innloggingen ble avbrutt. Ingenting er lagret.',
	'sign-in.unavailable.title': 'Innloggingen er nede',
	'sign-in.unavailable.text':
		'Vi får ikke kontakt med den som står for innloggingen. Besøk som er bekreftet, gjelder fortsatt. Prøv igjen om litt. Haster det, kan du ringe fengselet.',
	'sign-in.not-verified.title': 'Innloggingen kunne ikke godkjennes',
	'sign-in.not-verified.text':
		'Svaret vi fikk, stemte ikke. Det skjer sjelden, og det hjelper som regel å begynne på nytt.',
	'sign-in.level.title': 'Du må logge inn på en sikrere måte',
	'sign-in.level.text':
		'For å verne opplysningene dine krever vi det høyeste nivået i ID-porten. Velg BankID eller Buypass.',
	'sign-in.number.title': 'Vi kan ikke logge deg inn',
	'sign-in.number.text':
		'Vi fikk ikke et fødselsnummer eller D-nummer vi kan bruke. Ring fengselet, så finner dere en annen måte.',
	'sign-in.taken.title': 'Vi kan ikke logge deg inn',
	'sign-in.taken.text':
		'Opplysningene om deg er knyttet til en annen innlogging hos oss. Ring fengselet, så retter de det.',
	'sign-in.no-access.title': 'Du har ikke tilgang',
	'sign-in.no-access.text':
		'Du er ikke registrert med en rolle her. Be den som styrer tilganger i fengselet om å legge deg til.',

	'welcome.title': 'Velkommen',
	'welcome.lead': 'Dette er første gang du er her. Fortell hvem du er, så slipper du å skrive det igjen.',
	'welcome.given-name': 'Fornavn og mellomnavn',
	'welcome.family-name': 'Etternavn',
	'welcome.one-name': 'Har du bare ett navn, skriv det over og la dette stå tomt.',
	'welcome.name-hint': 'Slik det står i passet eller på legitimasjonen du viser når du kommer.',
	'welcome.born': 'Når er du født?',
	'welcome.email': 'E-postadresse',
	'welcome.email-hint':
		'Hit skriver vi når noe skjer. Uten e-postadresse må du logge inn for å se svar og endringer. E-posten nevner verken fengsel eller hvem du besøker.',
	'welcome.phone': 'Telefonnummer',
	'welcome.phone-hint': 'Så fengselet kan nå deg hvis noe haster.',
	'welcome.error.given-name': 'Skriv fornavnet ditt.',
	'welcome.error.born-differs':
		'Datoen stemmer ikke med det vi fikk vite da du logget inn. Se om dag, måned og år er riktige. Er de det, ring fengselet.',
	'welcome.button': 'Lagre og gå videre',

	'me.title': 'Opplysningene dine',
	'me.person': 'Hvem du er',
	'me.name': 'Navn',
	'me.born': 'Født',
	'me.wrong': 'Er noe av dette feil? Ring fengselet, som kan rette det.',
	'me.contact': 'Slik når vi deg',
	'me.language': 'Språk i brev og e-post',
	'me.save': 'Lagre',
	'me.saved': 'Opplysningene er lagret.',
	'me.error.changed':
		'Opplysningene er endret etter at du åpnet siden. Nå står det: {now}. Det du har skrevet, er ikke lagret. Lagre en gang til hvis det skal gjelde.',

	'rail.work': 'Arbeid',
	'rail.place': 'Sted og tid',
	'rail.today': 'I dag',
	'rail.day': 'Dagsliste',
	'rail.applications': 'Søknader',
	'rail.requests': 'Forespørsler',
	'rail.reviews': 'Til ny vurdering',
	'rail.check-in': 'Innsjekk',
	'rail.timetable': 'Besøkstider',
	'rail.funds': 'Penger',
	'rail.facility': 'Bytt fengsel',
	'rail.search': 'Innsatt, besøkende eller besøkskode',

	'facility.title': 'Hvilket fengsel arbeider du i nå?',
	'facility.lead': 'Du ser og gjør bare det rollene dine i det fengselet gir deg.',
	'facility.current': 'Her er du nå',
	'facility.only-one': 'Du har roller i ett fengsel.',

	'role.visit-officer': 'besøksbetjent',
	'role.screening-officer': 'saksbehandler for kontroll',
	'role.decision-maker': 'beslutter',
	'role.finance': 'økonomi',
	'role.admin': 'administrator',
	'role.auditor': 'kontrollør',
} as const
