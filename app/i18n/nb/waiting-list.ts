export const waitingList = {
	'waiting-list.title': 'Ventelisten',
	'waiting-list.lead':
		'Blir en plass ledig, tilbyr vi den til dem som har ventet lengst på et besøk. Tilbudet står her og holdes for deg en stund. Vi sender det også på e-post hvis vi har adressen din.',
	'waiting-list.none': 'Du står ikke på ventelisten',
	'waiting-list.none-about': 'Finner du ingen tid som passer når du bestiller besøk, kan du sette deg på listen der.',
	'waiting-list.days': 'Fra {from} til {to}',
	'waiting-list.offer': 'En plass er ledig: {time}, {setting}.',
	'waiting-list.offer-until': 'Vi holder den for deg til {until}.',
	'waiting-list.accept': 'Ta plassen',
	'waiting-list.withdraw': 'Stå ikke lenger på listen',
	'waiting-list.withdrawn': 'Du står ikke lenger på listen.',
	'waiting-list.joined':
		'Du står på ventelisten. Får du et tilbud, står det her, og vi sender det på e-post hvis vi har adressen din.',
	'waiting-list.new.start': 'Sett deg på ventelisten',
	'waiting-list.new.title': 'Sett deg på ventelisten for besøk hos {person}',
	'waiting-list.new.from': 'Første dag som passer',
	'waiting-list.new.to': 'Siste dag som passer',
	'waiting-list.new.far': 'Jeg reiser langt',
	'waiting-list.new.far-hint': 'Mer enn tre timer hver vei',
	'waiting-list.new.confirm': 'Sett meg på listen',
	'waiting-list.error.to': 'Velg en siste dag som ikke er over, høyst et år fram, og ikke før den første',
} as const
