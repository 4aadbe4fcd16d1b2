import type { waitingList as source } from '../nb/waiting-list.ts'

export const waitingList = {
	'wishes.title': 'Ventelista',
	'wishes.lead':
		'Blir ein plass ledig, tilbyr vi han til dei som har venta lengst på eit besøk. Du får ein e-post, og plassen blir halden for deg ei stund.',
	'wishes.none': 'Du står ikkje på ventelista',
	'wishes.none-about': 'Finn du inga tid som passar når du bestiller besøk, kan du setje deg på lista der.',
	'wishes.days': 'Frå {from} til {to}',
	'wishes.offer': 'Ein plass er ledig: {time}, {setting}.',
	'wishes.offer-until': 'Vi held han for deg til {until}.',
	'wishes.accept': 'Ta plassen',
	'wishes.withdraw': 'Stå ikkje lenger på lista',
	'wishes.withdrawn': 'Du står ikkje lenger på lista.',
	'wishes.made': 'Du står på ventelista. Vi skriv til deg når ein plass blir ledig.',
	'wishes.new.start': 'Set deg på ventelista',
	'wishes.new.title': 'Set deg på ventelista for besøk hos {person}',
	'wishes.new.from': 'Første dagen som passar',
	'wishes.new.to': 'Siste dagen som passar',
	'wishes.new.far': 'Eg reiser langt',
	'wishes.new.far-hint': 'Meir enn tre timar kvar veg',
	'wishes.new.confirm': 'Set meg på lista',
	'wishes.error.date': 'Skriv ein dato som finst',
	'wishes.error.to': 'Vel ein siste dag som ikkje er over, høgst eit år fram, og ikkje før den første',
} satisfies Record<keyof typeof source, string>
