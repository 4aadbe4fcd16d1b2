import { z } from 'zod'
import { verbs } from '../verbs/all.ts'
import { raceExpectation } from './expectation.ts'
import { count, ref } from './fields.ts'
import type { Reader } from './misfit.ts'
import { readSingle } from './single-step.ts'
import type { RaceStep, SingleStep } from './step.ts'
import { isRaw, type Raw, type StepKeys, stepKeys } from './step-keys.ts'
import type { Path } from './yaml.ts'

const runners = Object.keys(verbs).filter((verb) => verb !== 'list')
const timesField = count.min(1, 'is below 1').optional()
const partiesField = z
	.array(z.array(ref('visitor')).min(1, 'is empty'))
	.min(1, 'is empty')
	.optional()

/** Reads `race`: a list of steps, each run once, `times` times, or once for each of its `parties`. */
export function readRace(reader: Reader, { fields, expect }: StepKeys, path: Path): RaceStep | null {
	const expected = expect === undefined ? null : reader.read(raceExpectation, expect, [...path, 'expect'])
	if (!Array.isArray(fields) || fields.length === 0) {
		reader.refuse([...path, 'race'], 'is not a list of steps')
		return null
	}
	const runs = fields.flatMap((raw: unknown, index) => readRunner(reader, raw, [...path, 'race', index]))
	return { kind: 'race', path, runs, expect: expected }
}

function readRunner(reader: Reader, raw: unknown, path: Path): SingleStep[] {
	const keys = stepKeys(reader, raw, path, runners, ['times', 'parties'])
	if (!keys) return []
	const times = reader.read(timesField, keys.beside.times, [...path, 'times'])
	const parties = reader.read(partiesField, keys.beside.parties, [...path, 'parties'])
	const fields = parties && isRaw(keys.fields) ? withFirstParty(keys.fields, keys.beside.parties) : keys.fields
	const step = readSingle(reader, { ...keys, fields }, path)
	if (!step) return []
	if (!parties) return Array.from({ length: times ?? 1 }, () => step)
	const { forParty } = step.bound
	if (!forParty) {
		reader.refuse([...path, 'parties'], `${step.verb} has no party`)
		return []
	}
	return Array.from({ length: times ?? parties.length }, (_, run) => ({
		...step,
		bound: forParty(parties[run % parties.length] ?? []),
	}))
}

/** A step whose parties stand beside it may leave out its own `party`, and `by`: each party's first books for it. */
function withFirstParty(fields: Raw, parties: unknown): Raw {
	const [party]: unknown[] = Array.isArray(parties) ? parties : []
	const [by]: unknown[] = Array.isArray(party) ? party : []
	return { party, by, ...fields }
}
