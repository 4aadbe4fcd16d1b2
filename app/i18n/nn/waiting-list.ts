import type { waitingList as source } from '../nb/waiting-list.ts'

export const waitingList = {
	'waiting-list.title': 'Ventelista',
	'waiting-list.lead':
		'Blir ein plass ledig, tilbyr vi han til dei som har venta lengst på eit besøk. Tilbodet står her og blir halde for deg ei stund. Vi sender det òg på e-post om vi har adressa di.',
	'waiting-list.none': 'Du står ikkje på ventelista',
	'waiting-list.none-about': 'Finn du inga tid som passar når du bestiller besøk, kan du setje deg på lista der.',
	'waiting-list.days': 'Frå {from} til {to}',
	'waiting-list.offer': 'Ein plass er ledig: {time}, {setting}.',
	'waiting-list.offer-until': 'Vi held han for deg til {until}.',
	'waiting-list.accept': 'Ta plassen',
	'waiting-list.withdraw': 'Stå ikkje lenger på lista',
	'waiting-list.withdrawn': 'Du står ikkje lenger på lista.',
	'waiting-list.joined':
		'Du står på ventelista. Får du eit tilbod, står det her, og vi sender det på e-post om vi har adressa di.',
	'waiting-list.new.start': 'Set deg på ventelista',
	'waiting-list.new.title': 'Set deg på ventelista for besøk hos {person}',
	'waiting-list.new.from': 'Første dagen som passar',
	'waiting-list.new.to': 'Siste dagen som passar',
	'waiting-list.new.far': 'Eg reiser langt',
	'waiting-list.new.far-hint': 'Meir enn tre timar kvar veg',
	'waiting-list.new.confirm': 'Set meg på lista',
	'waiting-list.error.to': 'Vel ein siste dag som ikkje er over, høgst eit år fram, og ikkje før den første',
} satisfies Record<keyof typeof source, string>
