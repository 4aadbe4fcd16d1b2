import type { messages as source } from '../nb/messages.ts'

export const messages = {
	'messages.page.title': 'Meldingar',
	'messages.page.empty':
		'Her kjem det vi sender deg, som svar på søknader og beskjedar om avtalar. Du har ingen meldingar enno.',
	'messages.page.not-mailed': 'Ikkje send på e-post',
	'messages.calendar.title': 'Avtale',
	'messages.calendar.note': 'Referanse {reference}. Logg inn i Samvær for å sjå meir.',
	'messages.greeting': 'Hei, {name}.',
	'messages.greeting.unnamed': 'Hei.',
	'messages.footer':
		'Du får denne e-posten fordi du bruker Samvær. Du kan ikkje svare på han. Vi ber aldri om passord, kodar eller betaling på e-post.',
	'messages.fact.reference': 'Referanse',
	'messages.fact.starts': 'Startar',
	'messages.fact.ends': 'Sluttar',
	'messages.fact.formerly': 'Starta før endringa',
	'messages.fact.come-by': 'Ver der',
	'messages.fact.be-ready': 'Ver klar ved skjermen',
	'messages.fact.answer-by': 'Svar innan',
	'messages.open.application': 'Sjå søknaden',
	'messages.open.decision': 'Les svaret',
	'messages.open.booking': 'Sjå avtalen',
	'messages.open.offer': 'Svar på tilbodet',
	'messages.open.wishes': 'Meld kva dagar som passar',
	'messages.prepare': 'Ta med gyldig legitimasjon. Koden du viser når du kjem, finn du i Samvær.',
	'messages.prepare.video': 'Lenkja til samtalen finn du i Samvær.',
	'messages.cancel-by':
		'Kan du ikkje kome, kan du avbestille i Samvær til og med {time}. Etter det må du ringje. Nummeret står i Samvær.',
	'messages.cancel-by-phone': 'Kan du ikkje kome, må du ringje. Nummeret står i Samvær.',
	'messages.cancel-by-booker':
		'Kan du ikkje kome, sei frå til den som bestilte, så besøket kan endrast eller avbestillast.',
	'messages.calendar-attached': 'Avtalen ligg ved som ei kalenderfil.',
	'messages.calendar-removal': 'Ligg avtalen i kalenderen din? Opne fila som ligg ved, så blir avtalen borte der òg.',
	'messages.application-received.title': 'Søknaden er motteken',
	'messages.application-received.subject': 'Vi har fått søknaden din',
	'messages.application-received.lead':
		'Vi har fått søknaden din. No går vi gjennom han, og som regel får du svar innan {days, plural, one {1 dag} other {# dagar}}.',
	'messages.application-received.next':
		'Du får ein e-post når svaret er klart, eller om vi treng å spørje deg om noko.',
	'messages.decision-ready.title': 'Svar på søknaden',
	'messages.decision-ready.subject': 'Du har fått svar på søknaden din',
	'messages.decision-ready.lead': 'Svaret på søknaden din er klart. Logg inn for å lese det.',
	'messages.decision-ready.next':
		'I brevet står det kva som er bestemt og kvifor. Er du usamd, står det òg kva du kan gjere, og innan kva frist.',
	'messages.decision-reminder.title': 'Eit svar ventar på deg',
	'messages.decision-reminder.subject': 'Eit svar ventar på deg',
	'messages.decision-reminder.lead': 'Vi har sendt deg eit svar på søknaden din, og det er ikkje opna enno.',
	'messages.decision-reminder.next':
		'Er du usamd i svaret, er det ein frist for å seie frå. Han står i brevet. Les det difor så snart du kan.',
	'messages.booking-requested.title': 'Førespurnaden er motteken',
	'messages.booking-requested.subject': 'Vi har fått førespurnaden din om {time}',
	'messages.booking-requested.lead': 'Vi har fått førespurnaden din om eit besøk.',
	'messages.booking-requested.next':
		'Besøket er ikkje avtalt enno. Vi ser på førespurnaden og sender deg svaret på e-post. Så lenge held vi av tida til deg.',
	'messages.booking-requested.travel': 'Vent med å bestille reise til du har fått svar.',
	'messages.booking-confirmed.title': 'Avtalen er stadfesta',
	'messages.booking-confirmed.subject': 'Avtalen din {time} er stadfesta',
	'messages.booking-confirmed.lead': 'Besøket er stadfesta.',
	'messages.booking-declined.title': 'Svar på førespurnaden',
	'messages.booking-declined.subject': 'Svar på førespurnaden din om {time}',
	'messages.booking-declined.lead': 'Vi kan diverre ikkje gi deg tida du bad om.',
	'messages.booking-declined.next': 'Svaret ligg i Samvær. Der kan du òg finne ei anna tid.',
	'messages.booking-changed.title': 'Avtalen er endra',
	'messages.booking-changed.subject': 'Avtalen din er endra: {time}',
	'messages.booking-changed.lead': 'Besøket er endra. No gjeld dette:',
	'messages.booking-changed.awaiting':
		'Endringa er ikkje avtalt enno. Vi går gjennom ønsket ditt og sender deg svaret på e-post. Så lenge held vi av tida til deg.',
	'messages.booking-cancelled.title': 'Avtalen er avlyst',
	'messages.booking-cancelled.subject': 'Avtalen din {time} er avlyst',
	'messages.booking-cancelled.lead-visitor': 'Besøket er avbestilt. Du treng ikkje gjere noko meir.',
	'messages.booking-cancelled.lead-prisoner': 'Besøket er avlyst. Du treng ikkje møte opp.',
	'messages.booking-cancelled.lead-prison':
		'Vi har måtta avlyse besøket. Det er vi leie for. Du treng ikkje møte opp.',
	'messages.booking-cancelled.proof':
		'Denne e-posten stadfestar at avtalen med referanse {reference} var bestilt {booked}, og at han vart avlyst {cancelled} av oss og ikkje av deg. Du kan leggje han ved når du ber om å få dekt reiseutgifter.',
	'messages.booking-cancelled.first-in-line':
		'Fram til {until} står du først på ventelista. Meld kva dagar som passar, så får du tilbod om den første ledige tida.',
	'messages.booking-reminder.title': 'Påminning om avtale',
	'messages.booking-reminder.subject': 'Påminning: avtalen din {time}',
	'messages.booking-reminder.lead': 'Vi minner om besøket ditt.',
	'messages.booking-reminder.under-review': 'Vi ser på besøket ein gong til. Avtalen står til du høyrer noko anna.',
	'messages.booking-under-review.title': 'Vi ser på avtalen ein gong til',
	'messages.booking-under-review.subject': 'Vi ser på avtalen din {time} ein gong til',
	'messages.booking-under-review.lead': 'Vi må sjå på besøket ditt ein gong til.',
	'messages.booking-under-review.stands':
		'Avtalen står til du høyrer noko anna, og du treng ikkje gjere noko. Blir han endra eller avlyst, får du ein e-post med ein gong.',
	'messages.booking-under-review.travel': 'Skal du bestille reise, vel gjerne ei som kan avbestillast.',
	'messages.wish-offer.title': 'Tilbod om ei ledig tid',
	'messages.wish-offer.subject': 'Ei ledig tid til deg: {time}',
	'messages.wish-offer.lead': 'Det har vorte ledig ei tid som passar med det du ønskte.',
	'messages.wish-offer.next': 'Vi held av tida til deg til fristen. Etter det går tilbodet til neste på ventelista.',
} satisfies Record<keyof typeof source, string>
