import type { decisions as source } from '../nb/decisions.ts'

export const decisions = {
	'decisions.letter.own': 'Brevet til deg',
	'decisions.letter.sent': 'Sendt',
	'decisions.letter.last-appeal-day': 'Siste dag for å klage',
	'decisions.letter.title.granted': 'Du kan ha kontakt',
	'decisions.letter.title.granted-with-limits': 'Du kan ha kontakt, med kontroll',
	'decisions.letter.title.refused': 'Søknaden er avslått',
	'decisions.letter.title.controls': 'Kontrollen under besøk er endra',
	'decisions.letter.title.suspended': 'Besøksløyvet er stansa for ei tid',
	'decisions.letter.title.withdrawn': 'Besøksløyvet er trekt tilbake',
	'decisions.letter.title.banned': 'Du kan ikkje kome på besøk i ein periode',
	'decisions.letter.title.appeal-dismissed': 'Klaga er avvist',
	'decisions.letter.title.prisoner': 'Vedtak om kontakt med deg',
	'decisions.letter.decided.heading': 'Dette er bestemt',
	'decisions.letter.decided.granted': '{visitor} kan ha kontakt med {prisoner}.',
	'decisions.letter.decided.granted-with-limits': '{visitor} kan ha kontakt med {prisoner}, med denne kontrollen:',
	'decisions.letter.decided.refused': 'Søknaden om kontakt mellom {visitor} og {prisoner} er avslått.',
	'decisions.letter.decided.controls': 'Når {visitor} besøkjer {prisoner}, er det frå no av denne kontrollen:',
	'decisions.letter.decided.controls-none': 'Når {visitor} besøkjer {prisoner}, er det frå no av ingen eigen kontroll.',
	'decisions.letter.decided.suspended': 'Løyvet {visitor} har til å besøkje {prisoner}, er stansa til og med {until}.',
	'decisions.letter.decided.withdrawn': 'Løyvet {visitor} har til å besøkje {prisoner}, er trekt tilbake.',
	'decisions.letter.decided.banned':
		'{visitor} kan ikkje kome på besøk til og med {until}. Etter den dagen gjeld ikkje forbodet lenger.',
	'decisions.letter.decided.appeal-dismissed': 'Klaga kom etter fristen, og ho blir ikkje behandla.',
	'decisions.letter.interim':
		'Dette er ei førebels avgjerd. Ho gjeld til saka er avgjord, og ikkje lenger enn til {time}. Du får uttale deg før saka blir avgjord.',
	'decisions.letter.level': 'I tillegg kjem den kontrollen fengselet har for alle besøk. Den ser du når du vel tid.',
	'decisions.letter.door':
		'Når du kjem, viser du legitimasjon. Dei tilsette kan undersøkje kleda og tinga dine, og bruke metalldetektor eller hund.',
	'decisions.letter.rule.heading': 'Regelen',
	'decisions.letter.facts.heading': 'Kvifor',
	'decisions.letter.lesser.heading': 'Kvifor mindre inngripande kontroll ikkje er nok',
	'decisions.letter.lesser': '{control}: {why}',
	'decisions.letter.children.heading': 'Omsynet til barna',
	'decisions.letter.child': '{child}: {why}',
	'decisions.letter.appeal.heading': 'Er du usamd?',
	'decisions.letter.appeal':
		'Du kan klage ved å skrive til fengselet og seie kva du er usamd i. Siste dag er {day}. Får du ikkje medhald der, sender fengselet klaga vidare til regionen.',
	'decisions.letter.appeal.paper':
		'Du kan klage innan sju dagar etter at du fekk brevet. Er siste dag ein laurdag, søndag eller heilagdag, har du til neste vyrkedag. Sei frå til ein tilsett eller skriv til fengselet.',
	'decisions.letter.appeal.rights':
		'Du kan be om å få sjå dokumenta i saka, og om at vedtaket ikkje gjeld før klaga er avgjord. Fengselet må rettleie deg gratis. Blir vedtaket endra til din fordel, kan du be om å få dekt det klaga kosta deg.',
	'decisions.letter.sender.heading': 'Kven som har bestemt',
	'decisions.letter.sender': '{officers}, {date}',
} satisfies Record<keyof typeof source, string>
