/** Names and numbers of fields that no form of ours has. What is parsed of them costs a second, a gigabyte, or the process. */
export const hostileForms: Readonly<Record<string, () => [string, string][]>> = {
	'an index of a million, where there is a list': () => [
		['for', 'x'],
		['with[1000000]', 'x'],
	],
	'forty lists of three million': () => each(40, (n) => [`a${n}[3000000]`, 'x']),
	'an index in powers of ten': () => [['x[1e9]', 'x']],
	'an index past what a number holds': () => [['with[99999999999999999999]', 'x']],
	'a list in a list in a list': () => [[`a${'[0]'.repeat(1_000)}`, 'x']],
	'parts a thousand deep': () => [[each(1_000, () => 'a').join('.'), 'x']],
	'lists of a hundred in each other': () => [['a[99][99][99][99]', 'x']],
	'four thousand fields': () => each(4_000, () => ['a', '']),
	'four thousand of a list': () => each(2_000, () => ['with', '']),
	'a prototype': () => [
		['__proto__', 'x'],
		['__proto__.polluted', 'x'],
		['constructor.prototype.polluted', 'x'],
		['prototype', 'x'],
	],
	'no name but brackets': () => [
		['[]', 'x'],
		['[0]', 'x'],
		['[1000000]', 'x'],
	],
	'no name at all': () => [['', 'x']],
	"the parser's own": () => [
		['__intent__', '{"type":"insert","payload":{"name":"with","index":100000000,"defaultValue":"x"}}'],
		['__state__', '{'],
	],
	'an index and a part at once': () => [
		['born', 'x'],
		['born.day', '1'],
		['born[5]', 'x'],
		['with[5].x', '1'],
	],
}

const days = [
	'10000-01-01',
	'2026-13-45',
	'2026-02-31',
	'0000-01-01',
	'9999-12-31',
	'-000001-01-01',
	'2026-11-2',
	'tomorrow',
	'2026-12-02 ',
]
const numbers = ['1e9', '1e308', '-1', 'NaN', 'Infinity', '0x10', '99999999999999999999', '', '1.5']
const texts = ['x', '%', '\u{1F600}', '__proto__', ','.repeat(300), '', "'", '\ud800', '1']

/** What stands in an address where a page looks for a day, a number, a reference or a word, and is none. */
export const hostileValues: readonly [string, string][][] = each(9, (n) => [
	...['day', 'week', 'from', 'to'].map((name): [string, string] => [name, days[n] ?? '']),
	...['page', 'nights', 'ore', 'amount'].map((name): [string, string] => [name, numbers[n] ?? '']),
	...['after', 'hold', 'key', 'code', 'reason', 'q', 'state', 'unit', 'room', 'session', 'what', 'consents', 'ask'].map(
		(name): [string, string] => [name, texts[n] ?? ''],
	),
])

function each<T>(count: number, make: (n: number) => T): T[] {
	return Array.from({ length: count }, (_, n) => make(n))
}
