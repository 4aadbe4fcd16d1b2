import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let outside: string

beforeAll(async () => {
	outside = await mkdtemp(join(tmpdir(), 'samvaer-scenarios-'))
})

afterAll(async () => {
	await rm(outside, { recursive: true, force: true })
})

const scenario = (title: string, step: string, change: (yaml: string) => string = (yaml) => yaml) =>
	change(`scenario: ${title}
clock: 2026-11-23T09:00
facilities: { HAL: { policy: { visitsPerWeek: 1 } } }
prisoners: { P1: { facility: HAL } }
visitors: { Kari: }
permits: [{ visitor: Kari, prisoner: P1 }]
sessions:
  S1: { facility: HAL, start: 2026-11-26T12:00 }
  S2: { facility: HAL, start: 2026-11-27T12:00 }
steps:
  - book: { by: Kari, prisoner: P1, party: [Kari], session: S1 }
    as: first
${step}
`)

/** Runs files of these contents as the command does, and answers how it ended and what it said. */
async function run(files: Record<string, string>): Promise<{ code: number; lines: string[]; said: string }> {
	const paths: string[] = []
	for (const [name, text] of Object.entries(files)) {
		await writeFile(join(outside, name), text)
		paths.push(name)
	}
	const { adminUrl, appUrl } = inject('database')
	const main = ['--import', 'tsx', join(root, 'tests/scenarios/runner/main.ts')]
	const env = {
		...process.env,
		DATABASE_OWNER_URL: adminUrl,
		DATABASE_URL: appUrl,
		INIT_CWD: outside,
		npm_lifecycle_event: 'scenarios',
	}
	return new Promise((done) => {
		execFile(process.execPath, [...main, ...paths], { cwd: root, env }, (error, stdout, stderr) => {
			const code = typeof error?.code === 'number' ? error.code : 0
			done({ code, lines: stdout.trimEnd().split('\n'), said: stdout + stderr })
		})
	})
}

test('a scenario outside the project runs, with one line for it and the count alone on the last', async () => {
	const { code, lines } = await run({ 'good.yaml': scenario('A good one', '    expect: { state: confirmed }') })
	expect(lines).toEqual(['ok      A good one', '1 passed, 0 failed'])
	expect(code).toBe(0)
}, 60_000)

test('several documents of a file are scenarios that do not see one another', async () => {
	const step = '    expect: { state: confirmed, free: { S1: 9 } }'
	const { code, lines } = await run({ 'two.yaml': `${scenario('One', step)}---\n${scenario('Two', step)}` })
	expect(lines).toEqual(['ok      One', 'ok      Two', '2 passed, 0 failed'])
	expect(code).toBe(0)
}, 60_000)

test('each kind of wrong expectation fails its scenario with the step and the difference', async () => {
	const next = '  - book: { by: Kari, prisoner: P1, party: [Kari], session: S2 }\n'
	const wrong: Record<string, [step: string, difference: RegExp]> = {
		state: ['    expect: { state: requested }', /step 1 \(book\): state: expected requested, came confirmed/],
		success: [next, /step 2 \(book\): expected success; refused: weekly-visit-limit/],
		refusal: [
			'    expect: { refused: [session-full] }',
			/step 1 \(book\): expected refused: session-full; it succeeded/,
		],
		code: [`${next}    expect: { refused: [too-soon] }`, /expected refused: too-soon; refused: weekly-visit-limit/],
		exactly: [`${next}    expect: { refusedExactly: [weekly-visit-limit, too-soon] }`, /came weekly-visit-limit/],
		told: [`${next}    expect: { told: neutral }`, /told: expected neutral, came weekly-visit-limit/],
		error: [
			'  - cancel: { booking: first, by: Kari }\n    expect: { error: not-found }',
			/expected error not-found; it succeeded/,
		],
		messages: ['    expect: { messages: [] }', /messages: expected none; came booking-confirmed Kari/],
		free: ['    expect: { free: { S1: 10 } }', /free in S1: expected 10, came 9/],
		bookings: ['    expect: { bookings: { first: cancelled } }', /booking first: expected cancelled, came confirmed/],
		reviews: [
			'  - release: { prisoner: P1 }\n    expect: { reviews: {} }',
			/reviews of first: expected none; came prisoner-released/,
		],
		sessions: [
			'  - list: { by: Kari, prisoner: P1, party: [Kari] }\n    expect: { sessions: [S2], hidden: { S2: [] } }',
			/sessions: expected S2; came none; hidden S2: expected none; came weekly-visit-limit/,
		],
		race: [
			'  - race: [{ cancel: { booking: first, by: Kari }, times: 3 }]\n    expect: { confirmed: 2, refused: 1 }',
			/step 2 \(race\): expected 2 confirmed, 1 refused; came 1 confirmed, 2 refused/,
		],
	}
	const text = Object.entries(wrong)
		.map(([title, [step]]) => scenario(title, step))
		.join('---\n')
	const { code, lines } = await run({ 'wrong.yaml': `${text}---\n${scenario('right', '')}` })
	for (const [index, [title, [, difference]]] of Object.entries(wrong).entries()) {
		expect(lines[index]).toMatch(new RegExp(`^FAILED  ${title} `))
		expect(lines[index]).toMatch(difference)
	}
	expect(lines.at(-2)).toBe('ok      right')
	expect(lines.at(-1)).toBe(`1 passed, ${Object.keys(wrong).length} failed`)
	expect(code).toBe(1)
}, 60_000)

test('a key, verb, value, code or label that is not of the format stops everything, named with its file and scenario', async () => {
	const faults: [key: string, yaml: string][] = [
		['steps[0].expect.stat', scenario('Fault', '    expect: { stat: confirmed }')],
		['steps[1].boook', scenario('Fault', '  - boook: { by: Kari }')],
		['steps[1].cancel.boking', scenario('Fault', '  - cancel: { boking: first, by: Kari }')],
		['steps[1].cancel.booking', scenario('Fault', '  - cancel: { booking: second, by: Kari }')],
		['steps[0].expect.refused[0]', scenario('Fault', '    expect: { refused: [weekly-limit] }')],
		[
			'facilities.HAL.policy.visitsPerYear',
			scenario('Fault', '', (yaml) => yaml.replace('visitsPerWeek', 'visitsPerYear')),
		],
		['visitorz', scenario('Fault', '', (yaml) => yaml.replace('visitors', 'visitorz'))],
		['sessions.S1.start', scenario('Fault', '', (yaml) => yaml.replace('2026-11-26T12:00', '26.11.2026'))],
		['steps[1].appeal.application', scenario('Fault', '  - appeal: { application: first, by: Kari, text: x }')],
		['steps[0].expect.ledger.bank', scenario('Fault', '    expect: { ledger: { bank: 0 } }')],
		['steps[1].clock', scenario('Fault', '  - clock: 2026-11-22T09:00')],
	]
	const files = Object.fromEntries(faults.map(([, yaml], index) => [`fault-${index}.yaml`, yaml]))
	const { code, said } = await run({ 'good.yaml': scenario('A good one', ''), ...files })
	for (const [index, [key]] of faults.entries()) {
		expect(said).toMatch(
			new RegExp(`^fault-${index}\\.yaml:\\d+: “Fault”: ${key.replaceAll(/[.[\]]/g, '\\$&')}: `, 'm'),
		)
	}
	expect(said).not.toContain('passed')
	expect(code).toBe(2)
}, 60_000)

test('a file that is no YAML, or is not there, is named', async () => {
	const broken = await run({ 'broken.yaml': 'scenario: [' })
	expect(broken.said).toContain('broken.yaml:')
	expect(broken.code).toBe(2)
	await rm(join(outside, 'broken.yaml'))
	const good = await run({ 'good.yaml': scenario('A good one', ''), 'empty.yaml': '# nothing here\n' })
	expect(good.said).toContain('empty.yaml:1: holds no scenario')
	expect(good.code).toBe(2)
}, 60_000)
