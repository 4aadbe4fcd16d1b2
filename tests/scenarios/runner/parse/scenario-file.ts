import { readFile } from 'node:fs/promises'
import { type Given, given as givenFields } from './given.ts'
import { createReader, type Misfit } from './misfit.ts'
import { checkReferences } from './references.ts'
import type { Step } from './step.ts'
import { isRaw } from './step-keys.ts'
import { readStep } from './steps.ts'
import { readYaml, type YamlDocument } from './yaml.ts'

/** A scenario that fits the format. */
export interface Scenario {
	file: string
	title: string
	given: Given
	steps: readonly Step[]
}

/** The scenarios of a file, or everything that does not fit. `shown` is what the reader calls the file. */
export async function readScenarioFile(
	path: string,
	shown: string,
): Promise<{ scenarios: Scenario[]; misfits: Misfit[] }> {
	const text = await readFile(path, 'utf8').catch((error: unknown) =>
		error instanceof Error ? error : new Error(String(error)),
	)
	const whole = (line: number, why: string): Misfit => ({ file: shown, line, scenario: null, key: '', why })
	if (text instanceof Error) return { scenarios: [], misfits: [whole(0, `cannot be read: ${text.message}`)] }
	const { documents, faults } = readYaml(text)
	const misfits = faults.map(({ line, why }) => whole(line, why))
	if (misfits.length === 0 && documents.length === 0) misfits.push(whole(1, 'holds no scenario'))
	const scenarios: Scenario[] = []
	for (const document of documents) {
		const found = readScenario(document, shown)
		misfits.push(...found.misfits)
		if (found.scenario) scenarios.push(found.scenario)
	}
	return { scenarios, misfits }
}

function readScenario(document: YamlDocument, file: string): { scenario: Scenario | null; misfits: readonly Misfit[] } {
	const title =
		isRaw(document.data) && typeof document.data.scenario === 'string' ? document.data.scenario : 'without a title'
	const reader = createReader(file, title, document)
	const given = reader.read(givenFields, document.data, [])
	const raw = isRaw(document.data) && Array.isArray(document.data.steps) ? document.data.steps : []
	const steps = raw
		.map((step: unknown, index) => readStep(reader, step, ['steps', index]))
		.filter((step) => step !== null)
	checkClock(steps, given)
	if (given && reader.misfits.length === 0) checkReferences(reader, given, steps)
	return {
		scenario: given && reader.misfits.length === 0 ? { file, title, given, steps } : null,
		misfits: reader.misfits,
	}

	function checkClock(all: readonly Step[], from: Given | null) {
		let now = from?.clock
		for (const step of all) {
			if (step.kind !== 'clock') continue
			if (now && step.to < now) reader.refuse([...step.path, 'clock'], 'time only moves on')
			now = step.to
		}
	}
}
