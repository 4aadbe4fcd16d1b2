// Writes examples/register-5000.csv: five thousand lines of a register of people who do not exist, forty of them bad, the same
// at each run. The report that goes with them is what `npm run register` says of it; a test holds the two against each other.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const given = [
	'Ola',
	'Per',
	'Jonas',
	'Åse',
	'Øystein',
	'Bjørn',
	'Mohammed',
	'Piotr',
	'Kristoffer',
	'Anne-Lise',
	'Tor Arne',
	'José',
]
const family = [
	'Hansen',
	'Ødegård',
	'Aasen',
	'Sæther',
	"D'Angelo",
	'Nguyen',
	'Kowalski',
	'Bakke-Lund',
	'Østby',
	'Håland',
	'Ali',
	'Müller',
]
const places = [
	{ facility: 'fjellheim', units: ['A', 'B', 'S'], levels: ['high', 'high', 'special-high'] },
	{ facility: 'elvebredden', units: ['A', 'B'], levels: ['high', 'high'] },
	{ facility: 'lyngmo', units: ['A', 'B'], levels: ['low', 'transitional'] },
]
const languages = ['nb', 'nb', 'nb', 'nn', 'en', 'pl', '']

/** The columns by name, so that a fault can be put into one of them. */
const columns = [
	'number',
	'given_name',
	'family_name',
	'birth_date',
	'facility',
	'unit',
	'security_level',
	'legal_status',
	'custody',
	'valid_from',
	'language',
]

/** One fault of each kind; the forty bad lines go through them in turn. */
/** @type {((cells: Record<string, string>, before: string) => string | Buffer)[]} */
const faults = [
	(cells) => line({ ...cells, number: 'nr. 12' }),
	(cells) => line({ ...cells, unit: '' }),
	(cells) => line({ ...cells, family_name: '=HYPERLINK("x")' }),
	(cells) => line({ ...cells, birth_date: '31.02.1980' }),
	(cells) => line({ ...cells, birth_date: '2999-01-01' }),
	(cells) => line({ ...cells, facility: 'ukjent' }),
	(cells) => line({ ...cells, unit: 'Z' }),
	(cells) => line({ ...cells, security_level: 'medium' }),
	(cells) => line({ ...cells, legal_status: 'dom' }),
	(cells) => line({ ...cells, custody: 'gone' }),
	(cells) => line({ ...cells, valid_from: 'i går' }),
	(cells) => line({ ...cells, valid_from: '2999-01-01T00:00' }),
	(cells) => line({ ...cells, language: 'norsk' }),
	(cells) => `${line(cells)};one too many`,
	(cells) => line(cells).replace(cells.family_name ?? '', `"${cells.family_name}`),
	// As an old Windows program writes it.
	(cells) => Buffer.from(line({ ...cells, family_name: 'Håland' }), 'latin1'),
	(cells) => line({ ...cells, family_name: 'H'.repeat(9000) }),
	(cells) => line({ ...cells, custody: '', legal_status: '' }),
	// Older than what the line before has said of the same prisoner, and something else for the same instant.
	(cells, before) => line({ ...cells, number: before, valid_from: '2019-01-01' }),
	(cells, before) => line({ ...cells, number: before, legal_status: 'preventive-detention' }),
]

/** @param {Record<string, string>} cells */
function line(cells) {
	return columns.map((column) => cells[column] ?? '').join(';')
}

/** The file, byte for byte the same each time. */
export function registerExample(lines = 5000, bad = 40) {
	let seed = 20261123
	/** @template T @param {readonly T[]} list @returns {T} */
	const one = (list) => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
		const chosen = list[Math.floor((seed / 2 ** 32) * list.length)]
		if (chosen === undefined) throw new Error('Nothing to choose from')
		return chosen
	}
	const two = (/** @type {number} */ n) => String(n).padStart(2, '0')
	const numbers = (/** @type {number} */ most) => Array.from({ length: most }, (_, n) => n + 1)
	const every = Math.floor(lines / bad)
	const parts = [Buffer.from(`\uFEFF${columns.join(';')}\r\n`)]
	let before = ''
	for (let n = 1; n <= lines; n++) {
		const place = one(places)
		const unit = one(place.units)
		const cells = {
			number: `R-${100_000 + n}`,
			given_name: one(given),
			family_name: one(family),
			birth_date: `${1945 + one(numbers(60))}-${two(one(numbers(12)))}-${two(one(numbers(28)))}`,
			facility: place.facility,
			unit,
			security_level: place.levels[place.units.indexOf(unit)] ?? 'high',
			legal_status: one(['sentenced', 'sentenced', 'sentenced', 'remand', 'preventive-detention']),
			custody: one(['in', 'in', 'in', 'in', 'out', 'released']),
			valid_from: '2020-05-04T08:30',
			language: one(languages),
		}
		const fault = n % every === 0 ? faults[(n / every - 1) % faults.length] : undefined
		parts.push(Buffer.from(fault?.(cells, before) ?? line(cells)), Buffer.from('\r\n'))
		before = cells.number
		// The last of the kinds contradicts the line before it, which must then say something else.
		if (fault === undefined && (n + 1) % every === 0)
			parts[parts.length - 2] = Buffer.from(line({ ...cells, legal_status: 'remand' }))
	}
	return Buffer.concat(parts)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	writeFileSync(join(root, 'examples/register-5000.csv'), registerExample())
