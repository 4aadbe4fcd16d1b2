export const conflicts = {
	'conflict.title': 'Noe er endret etter at du åpnet siden',
	'conflict.when': 'Det var {time}.',
	'conflict.yours-not-saved': 'Ingenting av ditt er lagret.',
	'conflict.next': 'Se hva som gjelder nå, før du går videre.',
	'conflict.by.you': 'Du',
	'conflict.by.prison': 'Fengselet',
	'conflict.by.family': 'Familien',
	'conflict.by.party': 'En annen i følget',
	'conflict.to.visit': 'Se besøket',
	'conflict.to.application': 'Se søknaden',
	'conflict.to.waiting-list': 'Se ventelisten',
	'conflict.to.review': 'Se besøket',
	'conflict.to.closures': 'Se hva som er stengt',
	'conflict.to.top-up': 'Se betalingen',
	'conflict.to.refund': 'Se tilbakebetalingen',
	'conflict.to.reconciliation': 'Se avstemmingen',
	'conflict.to.funds': 'Se betalingene',
	'conflict.to.contact': 'Se opplysningene',
	'conflict.to.import': 'Se filen',
	'conflict.to.restriction': 'Se restriksjonen',
	'conflict.visit-requested': '{by, select, none {Det er allerede spurt om besøket.} other {{who} spurte om besøket.}}',
	'conflict.visit-booked': '{by, select, none {Besøket er allerede bestilt.} other {{who} bestilte besøket.}}',
	'conflict.visit-moved': '{by, select, none {Besøket er flyttet.} other {{who} flyttet besøket.}}',
	'conflict.visit-cancelled': '{by, select, none {Besøket er allerede avbestilt.} other {{who} avbestilte besøket.}}',
	'conflict.visit-called-off': '{by, select, none {Besøket er avlyst.} other {{who} avlyste besøket.}}',
	'conflict.visit-approved': '{by, select, none {Besøket er godkjent.} other {{who} godkjente besøket.}}',
	'conflict.visit-declined':
		'{by, select, none {Fengselet har sagt nei til besøket.} other {{who} sa nei til besøket.}}',
	'conflict.visit-lapsed': 'Ingen svarte på forespørselen i tide.',
	'conflict.visit-kept':
		'{by, select, none {Besøket står ved lag etter ny vurdering.} other {{who} lot besøket stå etter ny vurdering.}}',
	'conflict.visit-let-in': '{by, select, none {Følget er sluppet inn.} other {{who} slapp følget inn.}}',
	'conflict.visit-completed': '{by, select, none {Besøket er ferdig.} other {{who} registrerte at besøket er ferdig.}}',
	'conflict.visit-no-show':
		'{by, select, none {Det er registrert at ingen møtte.} other {{who} registrerte at ingen møtte.}}',
	'conflict.visit-corrected': 'Det som var registrert om besøket, er rettet.',
	'conflict.visit-party-changed': 'Hvem som kommer, er endret.',
	'conflict.visit-turned-away':
		'{by, select, none {Følget ble avvist i porten.} other {{who} avviste følget i porten.}}',
	'conflict.visit-changed': '{by, select, none {Besøket er endret.} other {{who} endret besøket.}}',
	'conflict.hold-replaced':
		'{by, select, none {Denne tiden er byttet ut med en annen.} other {{who} valgte en annen tid.}}',
	'conflict.waiting-list-fulfilled':
		'{by, select, none {En tid fra ventelisten er allerede tatt imot.} other {{who} tok imot en tid fra ventelisten.}}',
	'conflict.waiting-list-withdrawn':
		'{by, select, none {Plassen på ventelisten er gitt fra seg.} other {{who} gikk ut av ventelisten.}}',
	'conflict.waiting-list-lapsed': 'Dagene på ventelisten er over.',
	'conflict.offer-gone': 'Tilbudet gjelder ikke lenger.',
	'conflict.application-withdrawn': '{by, select, none {Søknaden er allerede trukket.} other {{who} trakk søknaden.}}',
	'conflict.application-decided': '{by, select, none {Søknaden er allerede avgjort.} other {{who} avgjorde søknaden.}}',
	'conflict.application-check-set':
		'{by, select, none {Kontrollen er allerede besvart.} other {{who} svarte på kontrollen.}}',
	'conflict.application-linked':
		'{by, select, none {Søknaden er allerede knyttet til en innsatt.} other {{who} knyttet søknaden til en innsatt.}}',
	'conflict.application-unlinked':
		'{by, select, none {Søknaden er løst fra den innsatte.} other {{who} løste søknaden fra den innsatte.}}',
	'conflict.decision-drafted': '{by, select, none {Et vedtak er allerede lagt fram.} other {{who} la fram et vedtak.}}',
	'conflict.decision-sent': '{by, select, none {Vedtaket er allerede sendt.} other {{who} godkjente vedtaket.}}',
	'conflict.decision-ended': '{by, select, none {Vedtaket gjelder ikke lenger.} other {{who} avsluttet vedtaket.}}',
	'conflict.appeal-received': '{by, select, none {Klagen er allerede mottatt.} other {{who} sendte klagen.}}',
	'conflict.appeal-answered': '{by, select, none {Klagen er allerede besvart.} other {{who} svarte på klagen.}}',
	'conflict.appeal-taken-up':
		'{by, select, none {Klagen er allerede tatt til behandling.} other {{who} tok klagen til behandling.}}',
	'conflict.appeal-dismissed':
		'{by, select, none {Klagen er allerede foreslått avvist.} other {{who} foreslo å avvise klagen.}}',
	'conflict.hearing-sent':
		'{by, select, none {Det er allerede sendt forhåndsvarsel.} other {{who} sendte forhåndsvarsel.}}',
	'conflict.hearing-answered': '{by, select, none {Varselet er allerede besvart.} other {{who} svarte på varselet.}}',
	'conflict.hearing-over': 'Fristen for å svare er ute.',
	'conflict.permit-active': 'Det finnes allerede en besøkstillatelse for dette.',
	'conflict.review-claimed': '{by, select, none {Saken er tatt.} other {{who} tok saken.}}',
	'conflict.review-ended':
		'{by, select, none {Besøket er ikke lenger til ny vurdering.} other {{who} avsluttet vurderingen.}}',
	'conflict.closure-added': '{by, select, none {Det samme er allerede stengt.} other {{who} stengte det samme.}}',
	'conflict.closure-lifted': '{by, select, none {Stengingen er allerede opphevet.} other {{who} opphevet stengingen.}}',
	'conflict.order-lifted': '{by, select, none {Dette er allerede opphevet.} other {{who} opphevet dette.}}',
	'conflict.refund-approved':
		'{by, select, none {Tilbakebetalingen er godkjent.} other {{who} godkjente tilbakebetalingen.}}',
	'conflict.refund-declined':
		'{by, select, none {Tilbakebetalingen er avslått.} other {{who} avslo tilbakebetalingen.}}',
	'conflict.refund-lapsed': 'Forslaget om tilbakebetaling har falt bort, fordi ingen svarte i tide.',
	'conflict.payment-ended':
		'{by, select, none {Betalingen er allerede avsluttet.} other {{who} avsluttet betalingen.}}',
	'conflict.payment-held': '{by, select, none {Betalingen holdes tilbake.} other {{who} holdt betalingen tilbake.}}',
	'conflict.payment-released':
		'{by, select, none {Betalingen holdes ikke tilbake.} other {{who} frigjorde betalingen.}}',
	'conflict.discrepancy-resolved':
		'{by, select, none {Avviket er allerede avsluttet.} other {{who} avsluttet avviket.}}',
	'conflict.pattern-acknowledged': '{by, select, none {Mønsteret er allerede sett på.} other {{who} så på mønsteret.}}',
	'conflict.reconciliation-run': '{by, select, none {Avstemmingen er kjørt.} other {{who} kjørte avstemmingen.}}',
	'conflict.contact-changed': '{by, select, none {Opplysningene er endret.} other {{who} endret opplysningene.}}',
	'conflict.room-changed': '{by, select, none {Rommet er endret.} other {{who} endret rommet.}}',
	'conflict.template-changed': '{by, select, none {Timeplanen er endret.} other {{who} endret timeplanen.}}',
	'conflict.policy-changed': '{by, select, none {Reglene er endret.} other {{who} endret reglene.}}',
	'conflict.import-received': '{by, select, none {Filen er allerede mottatt.} other {{who} sendte inn filen.}}',
	'conflict.form-used':
		'{by, select, none {Skjemaet er allerede sendt, med andre svar.} other {{who} har allerede sendt skjemaet, med andre svar.}}',
} as const
