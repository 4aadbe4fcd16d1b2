import type { help as source } from '../nb/help.ts'

export const help = {
	'help.title': 'Hjelp',
	'help.intro': 'Her er svar på det mange lurer på. Finn du ikkje det du treng, kan du ringje fengselet.',
	'help.begin.title': 'Før det første besøket',
	'help.begin.permit':
		'Kvar vaksen og kvart barn treng eit besøksløyve. Du søkjer med BankID eller ein annan elektronisk ID.',
	'help.begin.consent': 'Den du vil besøkje, må seie ja. Fengselet spør, så det treng ikkje du å gjere.',
	'help.begin.time':
		'Søknaden tek tid, fordi fleire skal svare. Du ser heile tida kva som er gjort, og kva som står att.',
	'help.begin.no-eid': 'Har du ikkje elektronisk ID, kan du søkje på papir. Fengselet sender deg skjemaet.',
	'help.book.title': 'Bestille og endre',
	'help.book.when': 'Når løyvet er gitt, vel du ei ledig tid i kalenderen.',
	'help.book.full': 'Er det fullt, kan du skrive dykk på venteliste. Blir ein plass ledig, får du tilbod om han.',
	'help.book.change':
		'Du kan flytte eller avlyse besøket sjølv fram til fristen som står på besøket. Etter det må du ringje.',
	'help.day.title': 'På dagen',
	'help.day.id': 'Ta med gyldig legitimasjon på kort eller i pass. Bilete på telefonen gjeld ikkje.',
	'help.day.early': 'Kom i god tid. På besøket står det kor tidleg du bør vere der.',
	'help.day.things': 'Telefon, vesker og nøklar blir låste inn i eit skap. Ta berre med det du treng.',
	'help.day.search': 'Alle kan bli bedne om å gå gjennom ein metalldetektor, og nokre gonger er ein hund med.',
	'help.day.code': 'Vis besøksbeviset, på telefon eller papir. Koden åleine er nok om telefonen er tom.',
	'help.children.title': 'Med barn',
	'help.children.tell':
		'Fortel barnet på førehand kva som skjer når de kjem: kven de møter, at vesker blir låste inn, og kor lenge de kan vere saman.',
	'help.children.contact': 'Fengselet har ein barneansvarleg som du kan ringje og spørje.',
	'help.children.ffp': 'For Fangers Pårørende gir råd og støtte til familiar, også til barn: ffp.no.',
	'help.calls.title': 'Betale for samtalar',
	'help.calls.pay':
		'Den du besøkjer, ringjer til deg. Tek fengselet imot pengar utanfrå, kan du betale for samtalane med kort under «Telefonpengar». Det kostar ingenting ekstra.',
	'help.calls.back':
		'Kjem ei betaling ikkje fram, får du heile beløpet tilbake utan å gjere noko. Besøk kostar ingenting, og ingen får svar fortare ved å betale.',
	'help.change.title': 'Når noko endrar seg',
	'help.change.review':
		'Nokre gonger må fengselet sjå på eit besøk på nytt. Då står det på besøket i Samvær, og vi sender deg ein e-post om vi har adressa di. Besøket står til nokon har bestemt noko anna.',
	'help.change.cancelled':
		'Avlyser fengselet, står det på besøket med ein gong, og vi sender deg ein e-post om vi har adressa di. Du står først i køen for ei ny tid.',
	'help.no-answer.title': 'Når vi ikkje kan svare',
	'help.no-answer.text':
		'Fengselet har teieplikt. Nokre gonger kan vi berre seie at ei tid ikkje kan tilbydast. Det tyder ikkje at du har gjort noko gale.',
	'help.contact.title': 'Ta kontakt',
	'help.contact.text': 'Ring fengselet du skal besøkje. Ha gjerne referansen frå søknaden eller besøket klar.',
} satisfies Record<keyof typeof source, string>
