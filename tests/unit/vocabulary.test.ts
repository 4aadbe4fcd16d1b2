import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/* One concept, one word, in every layer: CONTRIBUTING.md has the glossary. */

const root = resolve(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => file !== '' && existsSync(join(root, file)))

const nouns = [
	...['access', 'applications', 'audit', 'bookings', 'calendar', 'decisions', 'facilities', 'funds', 'identity'],
	...[
		'messages',
		'permits',
		'policy',
		'prisoners',
		'register',
		'reports',
		'restrictions',
		'reviews',
		'rooms',
		'search',
	],
	...['timetable', 'visitors', 'waiting-list'],
]
/** What a layer has besides its nouns. */
const layers: Readonly<Record<string, readonly string[]>> = {
	'app/domain': [],
	'app/services': [],
	'app/forms': [],
	'app/ui': ['display', 'forms', 'illustrations', 'layout'],
	'db/queries': [],
	'tests/unit/domain': ['support'],
	'tests/integration': ['db', 'http', 'jobs', 'phone-system', 'sandbox', 'scenarios'],
}

describe('a layer', () => {
	it.each(Object.entries(layers))('has folders of the nouns alone: %s', (layer, besides) => {
		const folders = new Set(
			files
				.filter((file) => file.startsWith(`${layer}/`))
				.map((file) => file.slice(layer.length + 1).split('/'))
				.filter((parts) => parts.length > 1)
				.map(([folder]) => folder ?? ''),
		)
		expect([...folders].filter((folder) => ![...nouns, ...besides].includes(folder))).toEqual([])
	})
})

it('names the files of the tables by their nouns', () => {
	const tables = files.flatMap((file) => file.match(/^db\/schema\/([\w-]+)\.ts$/)?.[1] ?? [])
	expect(tables.length).toBeGreaterThan(10)
	expect(tables.filter((name) => ![...nouns, 'columns', 'documents', 'index'].includes(name))).toEqual([])
})

/** Names that meant something only here, or several things. */
const retired = [
	...['deed', 'deeds', 'Deed', 'doers', 'Asked', 'VisitAsk', 'PlaceAsk', 'askUnderLock', 'askWithoutLock', 'askLocked'],
	...[
		'keepApart',
		'made',
		'madeAt',
		'madeBy',
		'formKey',
		'givesUp',
		'giveUpHold',
		'giveBack',
		'turnOutOverdue',
		'Till',
	],
	...[
		'Sent',
		'notSent',

		'StartOver',
		'endReview',
		'endDifference',
		'requireRegistrar',
		'audited',
	],
	...[
		'asIfAlone',
		'Verdict',
		'worlds',
		'crowd',
		'deck',
		'Inmate',
		'surroundings',
		'mishap',
		'manners',
		'shelf',
		'leash',
	],
	...[
		'drawnOnce',
		'Drawn',
		'bySlice',
		'wholePage',
		'settleFacts',
		'lastError',
		'endingOf',
		'answerPlainly',
		'keepTyped',
	],
	...['tellParty', 'tellPhone', 'bookedKind', 'familyAnswer', 'payerAnswer', 'lookAt', 'metBy', 'byRank'],
]
const patterns = [
	new RegExp(`\\b(?:${retired.join('|')})\\b`),
	/\b[wW]ish(?:es)?\b|\b[wW]ish[A-Z]|[a-z]Wish/,
	/\blook\(/,
]

/** The code of a file, without its comments and what it quotes. */
function codeOf(file: string): string {
	return readFileSync(join(root, file), 'utf8')
		.replace(/\/\*.*?\*\//gs, '')
		.replace(/(^|\s)\/\/.*$/gm, '')
		.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
		.replace(/`(?:[^`\\]|\\.)*`/gs, '``')
}

it('has no identifier that was retired', () => {
	const found = files
		.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== 'tests/unit/vocabulary.test.ts')
		.flatMap((file) =>
			codeOf(file)
				.split('\n')
				.filter((line) => patterns.some((pattern) => pattern.test(line)))
				.map((line) => `${file}: ${line.trim()}`),
		)
	expect(found).toEqual([])
})
