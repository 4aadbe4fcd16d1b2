export const help = {
	'help.title': 'Hjelp',
	'help.intro': 'Her er svar på det mange lurer på. Finner du ikke det du trenger, kan du ringe fengselet.',
	'help.begin.title': 'Før det første besøket',
	'help.begin.permit':
		'Hver voksen og hvert barn trenger en besøkstillatelse. Du søker med BankID eller en annen elektronisk ID.',
	'help.begin.consent': 'Den du vil besøke, må si ja. Fengselet spør, så det trenger ikke du å gjøre.',
	'help.begin.time':
		'Søknaden tar tid, fordi flere skal svare. Du ser hele tiden hva som er gjort, og hva som gjenstår.',
	'help.begin.no-eid': 'Har du ikke elektronisk ID, kan du søke på papir. Fengselet sender deg skjemaet.',
	'help.book.title': 'Bestille og endre',
	'help.book.when': 'Når tillatelsen er gitt, velger du en ledig tid i kalenderen.',
	'help.book.full': 'Er det fullt, kan du skrive dere på venteliste. Blir en plass ledig, får du tilbud om den.',
	'help.book.change':
		'Du kan flytte eller avlyse besøket selv fram til fristen som står på besøket. Etter det må du ringe.',
	'help.day.title': 'På dagen',
	'help.day.id': 'Ta med gyldig legitimasjon på kort eller i pass. Bilde på telefonen gjelder ikke.',
	'help.day.early': 'Kom i god tid. På besøket står det hvor tidlig du bør være der.',
	'help.day.things': 'Telefon, vesker og nøkler låses inn i et skap. Ta bare med det du trenger.',
	'help.day.search': 'Alle kan bli bedt om å gå gjennom en metalldetektor, og noen ganger er en hund med.',
	'help.day.code': 'Vis besøksbeviset, på telefon eller papir. Koden alene er nok hvis telefonen er tom.',
	'help.children.title': 'Med barn',
	'help.children.tell':
		'Fortell barnet på forhånd hva som skjer når dere kommer: hvem dere møter, at vesker låses inn, og hvor lenge dere kan være sammen.',
	'help.children.contact': 'Fengselet har en barneansvarlig som du kan ringe og spørre.',
	'help.children.ffp': 'For Fangers Pårørende gir råd og støtte til familier, også til barn: ffp.no.',
	'help.calls.title': 'Betale for samtaler',
	'help.calls.pay':
		'Den du besøker, ringer til deg. Tar fengselet imot penger utenfra, kan du betale for samtalene med kort under «Telefonpenger». Det koster ingenting ekstra.',
	'help.calls.back':
		'Kommer en betaling ikke fram, får du hele beløpet tilbake uten å gjøre noe. Besøk koster ingenting, og ingen får svar fortere ved å betale.',
	'help.change.title': 'Når noe endrer seg',
	'help.change.review':
		'Noen ganger må fengselet se på et besøk på nytt. Da står det på besøket i Samvær, og vi sender deg en e-post hvis vi har adressen din. Besøket står til noen har bestemt noe annet.',
	'help.change.cancelled':
		'Avlyser fengselet, står det på besøket med en gang, og vi sender deg en e-post hvis vi har adressen din. Du står først i køen for en ny tid.',
	'help.no-answer.title': 'Når vi ikke kan svare',
	'help.no-answer.text':
		'Fengselet har taushetsplikt. Noen ganger kan vi bare si at en tid ikke kan tilbys. Det betyr ikke at du har gjort noe galt.',
	'help.contact.title': 'Ta kontakt',
	'help.contact.text': 'Ring fengselet du skal besøke. Ha gjerne referansen fra søknaden eller besøket klar.',
} as const
