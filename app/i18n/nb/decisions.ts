export const decisions = {
	'decisions.letter.own': 'Brevet til deg',
	'decisions.letter.sent': 'Sendt',
	'decisions.letter.last-appeal-day': 'Siste dag for å klage',
	'decisions.letter.title.granted': 'Du kan ha kontakt',
	'decisions.letter.title.granted-with-limits': 'Du kan ha kontakt, med kontroll',
	'decisions.letter.title.refused': 'Søknaden er avslått',
	'decisions.letter.title.controls': 'Kontrollen under besøk er endret',
	'decisions.letter.title.suspended': 'Besøkstillatelsen er stanset for en tid',
	'decisions.letter.title.withdrawn': 'Besøkstillatelsen er trukket tilbake',
	'decisions.letter.title.banned': 'Du kan ikke komme på besøk i en periode',
	'decisions.letter.title.appeal-dismissed': 'Klagen er avvist',
	'decisions.letter.title.prisoner': 'Vedtak om kontakt med deg',
	'decisions.letter.decided.heading': 'Dette er bestemt',
	'decisions.letter.decided.granted': '{visitor} kan ha kontakt med {prisoner}.',
	'decisions.letter.decided.granted-with-limits': '{visitor} kan ha kontakt med {prisoner}, med denne kontrollen:',
	'decisions.letter.decided.refused': 'Søknaden om kontakt mellom {visitor} og {prisoner} er avslått.',
	'decisions.letter.decided.controls': 'Når {visitor} besøker {prisoner}, er det fra nå av denne kontrollen:',
	'decisions.letter.decided.controls-none': 'Når {visitor} besøker {prisoner}, er det fra nå av ingen egen kontroll.',
	'decisions.letter.decided.suspended':
		'Tillatelsen {visitor} har til å besøke {prisoner}, er stanset til og med {until}.',
	'decisions.letter.decided.withdrawn': 'Tillatelsen {visitor} har til å besøke {prisoner}, er trukket tilbake.',
	'decisions.letter.decided.banned':
		'{visitor} kan ikke komme på besøk til og med {until}. Etter den dagen gjelder forbudet ikke lenger.',
	'decisions.letter.decided.appeal-dismissed': 'Klagen kom etter fristen, og den blir ikke behandlet.',
	'decisions.letter.interim':
		'Dette er en foreløpig avgjørelse. Den gjelder til saken er avgjort, og ikke lenger enn til {time}. Du får uttale deg før saken avgjøres.',
	'decisions.letter.level':
		'I tillegg kommer den kontrollen fengselet har for alle besøk. Den ser du når du velger tid.',
	'decisions.letter.door':
		'Når du kommer, viser du legitimasjon. De ansatte kan undersøke klærne og tingene dine, og bruke metalldetektor eller hund.',
	'decisions.letter.rule.heading': 'Regelen',
	'decisions.letter.facts.heading': 'Hvorfor',
	'decisions.letter.lesser.heading': 'Hvorfor mindre inngripende kontroll ikke er nok',
	'decisions.letter.lesser': '{control}: {why}',
	'decisions.letter.children.heading': 'Hensynet til barna',
	'decisions.letter.child': '{child}: {why}',
	'decisions.letter.appeal.heading': 'Er du uenig?',
	'decisions.letter.appeal':
		'Du kan klage ved å skrive til fengselet og si hva du er uenig i. Siste dag er {day}. Får du ikke medhold der, sender fengselet klagen videre til regionen.',
	'decisions.letter.appeal.paper':
		'Du kan klage innen sju dager etter at du fikk brevet. Er siste dag en lørdag, søndag eller helligdag, har du til neste virkedag. Si fra til en ansatt eller skriv til fengselet.',
	'decisions.letter.appeal.rights':
		'Du kan be om å få se sakens dokumenter, og om at vedtaket ikke gjelder før klagen er avgjort. Fengselet må veilede deg gratis. Blir vedtaket endret til din fordel, kan du be om å få dekket det klagen kostet deg.',
	'decisions.letter.sender.heading': 'Hvem som har bestemt',
	'decisions.letter.sender': '{officers}, {date}',
}
