import type { conflicts as source } from '../nb/conflicts.ts'

export const conflicts = {
	'conflict.title': 'Noko er endra etter at du opna sida',
	'conflict.when': 'Det var {time}.',
	'conflict.yours-not-saved': 'Ingenting av ditt er lagra.',
	'conflict.next': 'Sjå kva som gjeld no, før du går vidare.',
	'conflict.by.you': 'Du',
	'conflict.by.prison': 'Fengselet',
	'conflict.by.family': 'Familien',
	'conflict.by.party': 'Ein annan i følgjet',
	'conflict.to.visit': 'Sjå besøket',
	'conflict.to.application': 'Sjå søknaden',
	'conflict.to.waiting-list': 'Sjå ventelista',
	'conflict.to.review': 'Sjå besøket',
	'conflict.to.closures': 'Sjå kva som er stengt',
	'conflict.to.top-up': 'Sjå betalinga',
	'conflict.to.refund': 'Sjå tilbakebetalinga',
	'conflict.to.reconciliation': 'Sjå avstemminga',
	'conflict.to.funds': 'Sjå betalingane',
	'conflict.to.contact': 'Sjå opplysningane',
	'conflict.to.import': 'Sjå fila',
	'conflict.to.restriction': 'Sjå restriksjonen',
	'conflict.visit-requested': '{by, select, none {Det er alt spurt om besøket.} other {{who} spurde om besøket.}}',
	'conflict.visit-booked': '{by, select, none {Besøket er alt bestilt.} other {{who} bestilte besøket.}}',
	'conflict.visit-moved': '{by, select, none {Besøket er flytta.} other {{who} flytta besøket.}}',
	'conflict.visit-cancelled': '{by, select, none {Besøket er alt avbestilt.} other {{who} avbestilte besøket.}}',
	'conflict.visit-called-off': '{by, select, none {Besøket er avlyst.} other {{who} avlyste besøket.}}',
	'conflict.visit-approved': '{by, select, none {Besøket er godkjent.} other {{who} godkjende besøket.}}',
	'conflict.visit-declined':
		'{by, select, none {Fengselet har sagt nei til besøket.} other {{who} sa nei til besøket.}}',
	'conflict.visit-lapsed': 'Ingen svara på førespurnaden i tide.',
	'conflict.visit-kept':
		'{by, select, none {Besøket står ved lag etter ny vurdering.} other {{who} lét besøket stå etter ny vurdering.}}',
	'conflict.visit-let-in': '{by, select, none {Følgjet er sleppt inn.} other {{who} sleppte følgjet inn.}}',
	'conflict.visit-completed': '{by, select, none {Besøket er ferdig.} other {{who} registrerte at besøket er ferdig.}}',
	'conflict.visit-no-show':
		'{by, select, none {Det er registrert at ingen møtte.} other {{who} registrerte at ingen møtte.}}',
	'conflict.visit-corrected': 'Det som var registrert om besøket, er retta.',
	'conflict.visit-party-changed': 'Kven som kjem, er endra.',
	'conflict.visit-turned-away':
		'{by, select, none {Følgjet vart avvist i porten.} other {{who} avviste følgjet i porten.}}',
	'conflict.visit-changed': '{by, select, none {Besøket er endra.} other {{who} endra besøket.}}',
	'conflict.hold-replaced': '{by, select, none {Denne tida er bytt ut med ei anna.} other {{who} valde ei anna tid.}}',
	'conflict.waiting-list-fulfilled':
		'{by, select, none {Ei tid frå ventelista er alt teken imot.} other {{who} tok imot ei tid frå ventelista.}}',
	'conflict.waiting-list-withdrawn':
		'{by, select, none {Plassen på ventelista er gitt frå seg.} other {{who} gjekk ut av ventelista.}}',
	'conflict.waiting-list-lapsed': 'Dagane på ventelista er over.',
	'conflict.offer-gone': 'Tilbodet gjeld ikkje lenger.',
	'conflict.application-withdrawn': '{by, select, none {Søknaden er alt trekt.} other {{who} trekte søknaden.}}',
	'conflict.application-decided': '{by, select, none {Søknaden er alt avgjord.} other {{who} avgjorde søknaden.}}',
	'conflict.application-check-set':
		'{by, select, none {Kontrollen er alt svara på.} other {{who} svara på kontrollen.}}',
	'conflict.application-linked':
		'{by, select, none {Søknaden er alt knytt til ein innsett.} other {{who} knytte søknaden til ein innsett.}}',
	'conflict.application-unlinked':
		'{by, select, none {Søknaden er løyst frå den innsette.} other {{who} løyste søknaden frå den innsette.}}',
	'conflict.decision-drafted':
		'{by, select, none {Eit vedtak er allereie lagt fram.} other {{who} la fram eit vedtak.}}',
	'conflict.decision-sent': '{by, select, none {Vedtaket er allereie sendt.} other {{who} godkjende vedtaket.}}',
	'conflict.decision-ended': '{by, select, none {Vedtaket gjeld ikkje lenger.} other {{who} avslutta vedtaket.}}',
	'conflict.appeal-received': '{by, select, none {Klaga er allereie motteken.} other {{who} sende klaga.}}',
	'conflict.appeal-answered': '{by, select, none {Klaga er allereie svart på.} other {{who} svarte på klaga.}}',
	'conflict.appeal-taken-up':
		'{by, select, none {Klaga er allereie teken til behandling.} other {{who} tok klaga til behandling.}}',
	'conflict.appeal-dismissed':
		'{by, select, none {Klaga er allereie foreslått avvist.} other {{who} foreslo å avvise klaga.}}',
	'conflict.hearing-sent':
		'{by, select, none {Det er allereie sendt førehandsvarsel.} other {{who} sende førehandsvarsel.}}',
	'conflict.hearing-answered': '{by, select, none {Varselet er allereie svart på.} other {{who} svarte på varselet.}}',
	'conflict.hearing-over': 'Fristen for å svare er ute.',
	'conflict.permit-active': 'Det finst alt eit besøksløyve for dette.',
	'conflict.review-claimed': '{by, select, none {Saka er teken.} other {{who} tok saka.}}',
	'conflict.review-ended':
		'{by, select, none {Besøket er ikkje lenger til ny vurdering.} other {{who} avslutta vurderinga.}}',
	'conflict.closure-added': '{by, select, none {Det same er alt stengt.} other {{who} stengde det same.}}',
	'conflict.closure-lifted': '{by, select, none {Stenginga er alt oppheva.} other {{who} oppheva stenginga.}}',
	'conflict.order-lifted': '{by, select, none {Dette er alt oppheva.} other {{who} oppheva dette.}}',
	'conflict.refund-approved':
		'{by, select, none {Tilbakebetalinga er godkjend.} other {{who} godkjende tilbakebetalinga.}}',
	'conflict.refund-declined': '{by, select, none {Tilbakebetalinga er avslått.} other {{who} avslo tilbakebetalinga.}}',
	'conflict.refund-lapsed': 'Framlegget om tilbakebetaling har falle bort, fordi ingen svara i tide.',
	'conflict.payment-ended': '{by, select, none {Betalinga er alt avslutta.} other {{who} avslutta betalinga.}}',
	'conflict.payment-held': '{by, select, none {Betalinga blir halden tilbake.} other {{who} heldt betalinga tilbake.}}',
	'conflict.payment-released':
		'{by, select, none {Betalinga blir ikkje halden tilbake.} other {{who} frigjorde betalinga.}}',
	'conflict.discrepancy-resolved': '{by, select, none {Avviket er alt avslutta.} other {{who} avslutta avviket.}}',
	'conflict.pattern-acknowledged': '{by, select, none {Mønsteret er alt sett på.} other {{who} såg på mønsteret.}}',
	'conflict.reconciliation-run': '{by, select, none {Avstemminga er køyrd.} other {{who} køyrde avstemminga.}}',
	'conflict.contact-changed': '{by, select, none {Opplysningane er endra.} other {{who} endra opplysningane.}}',
	'conflict.room-changed': '{by, select, none {Rommet er endra.} other {{who} endra rommet.}}',
	'conflict.template-changed': '{by, select, none {Timeplanen er endra.} other {{who} endra timeplanen.}}',
	'conflict.policy-changed': '{by, select, none {Reglane er endra.} other {{who} endra reglane.}}',
	'conflict.import-received': '{by, select, none {Fila er alt motteken.} other {{who} sende inn fila.}}',
	'conflict.form-used':
		'{by, select, none {Skjemaet er alt sendt, med andre svar.} other {{who} har alt sendt skjemaet, med andre svar.}}',
} satisfies Record<keyof typeof source, string>
