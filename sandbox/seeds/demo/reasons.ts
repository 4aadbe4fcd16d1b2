/** What officers and families have written in the demo. */
export const reasons = {
	messages: [
		'Jeg reiser langt og trenger å vite det i god tid.',
		'Vi har ikke sett hverandre på et halvt år.',
		'Jeg trenger tolk på telefonen.',
		'Kan moren min bli med senere?',
	],
	rule: {
		'granted-with-limits': 'Straffegjennomføringsloven § 31 tredje ledd',
		refused: 'Straffegjennomføringsloven § 31 fjerde ledd',
	},
	facts: {
		'granted-with-limits':
			'Ved et besøk i et annet fengsel ble det funnet narkotika på besøksrommet etter at dere gikk.',
		refused:
			'Politiet har opplyst at det er gitt forelegg for innføring av narkotika i fengsel to ganger det siste året.',
	},
	lesserThanGlass: {
		watched: 'Funnet ble gjort etter et besøk som var under oppsyn.',
		'no-touch': 'Gjenstander kan leveres over et bord.',
	},
	lesserThanRefusal: {
		watched: 'Begge gangene skjedde det under oppsyn.',
		overheard: 'Det som ble gjort, ble ikke avtalt i samtale.',
		'no-touch': 'Gjenstander kan leveres over et bord.',
		glass: 'Fengselet har ikke glassvegg i besøksrommet for denne avdelingen.',
	},
} as const
