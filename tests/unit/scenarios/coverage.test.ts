import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { topUpRefusalKinds } from '#app/domain/funds/refusals.ts'
import { refusalKinds } from '#app/domain/refusals.ts'
import { reviewCauses } from '#app/domain/reviews/causes.ts'
import { readScenarioFile, type Scenario } from '#tests/scenarios/runner/parse/scenario-file.ts'
import type { Step } from '#tests/scenarios/runner/parse/step.ts'
import { verbs } from '#tests/scenarios/runner/verbs/all.ts'

const folder = resolve(import.meta.dirname, '../../scenarios')
let scenarios: Scenario[]

beforeAll(async () => {
	const names = await yamlFiles()
	const read = await Promise.all(names.map((name) => readScenarioFile(join(folder, name), name)))
	expect(read.flatMap(({ misfits }) => misfits)).toEqual([])
	scenarios = read.flatMap((file) => file.scenarios)
}, 60_000)

const yamlFiles = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'))

const singles = (steps: readonly Step[]) =>
	steps.flatMap((step) => (step.kind === 'race' ? step.runs : step.kind === 'single' ? [step] : []))

test('every scenario has a title of its own', () => {
	const titles = scenarios.map(({ title }) => title)
	expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

test('every verb of the format is used', () => {
	const used = new Set(scenarios.flatMap(({ steps }) => singles(steps)).map(({ verb }) => verb))
	expect(Object.keys(verbs).filter((verb) => !used.has(verb))).toEqual([])
})

test('every code that can stand against a booking refuses one in some scenario', () => {
	const steps = scenarios.flatMap((scenario) => singles(scenario.steps))
	const codes = new Set(
		steps.flatMap(({ expect: wanted }) => [...(wanted?.refused ?? []), ...(wanted?.refusedExactly ?? [])]),
	)
	expect(Object.keys(refusalKinds).filter((code) => !codes.has(code))).toEqual([])
})

test('every code that can stand against a top-up refuses one in some scenario', () => {
	const steps = scenarios.flatMap((scenario) => singles(scenario.steps)).filter(({ verb }) => verb === 'topUp')
	const codes = new Set(
		steps.flatMap(({ expect: wanted }) => [...(wanted?.refused ?? []), ...(wanted?.refusedExactly ?? [])]),
	)
	expect(Object.keys(topUpRefusalKinds).filter((code) => !codes.has(code))).toEqual([])
})

test('every cause puts a booking under review in some scenario, and is gone again in some', async () => {
	const opened = new Set<string>()
	const closed = new Set<string>()
	for (const { steps } of scenarios) {
		const open = new Map<string, readonly string[]>()
		for (const { expect: wanted } of steps) {
			for (const [{ label }, causes] of wanted?.reviews ?? []) {
				for (const cause of open.get(label) ?? []) if (!causes.some((one) => one === cause)) closed.add(cause)
				for (const cause of causes) opened.add(cause)
				open.set(label, causes)
			}
		}
	}
	expect(reviewCauses.filter((cause) => !opened.has(cause))).toEqual([])
	expect(reviewCauses.filter((cause) => !closed.has(cause))).toEqual([])
})

test('no file of scenarios is longer than can be read in one go', async () => {
	const names = await yamlFiles()
	const lengths = await Promise.all(
		names.map(async (name) => [name, (await readFile(join(folder, name), 'utf8')).split('\n').length] as const),
	)
	expect(lengths.filter(([, length]) => length > 320)).toEqual([])
})
