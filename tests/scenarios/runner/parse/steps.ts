import { verbs } from '../verbs/all.ts'
import { expectation } from './expectation.ts'
import { time } from './fields.ts'
import type { Reader } from './misfit.ts'
import { readRace } from './race.ts'
import { readSingle } from './single-step.ts'
import type { Step } from './step.ts'
import { type StepKeys, stepKeys } from './step-keys.ts'
import type { Path } from './yaml.ts'

const known = [...Object.keys(verbs), 'clock', 'race']

/** Reads a step; null when it does not fit, and that is noted. */
export function readStep(reader: Reader, raw: unknown, path: Path): Step | null {
	const keys = stepKeys(reader, raw, path, known, [])
	if (!keys) return null
	if (keys.verb === 'race') return readRace(reader, keys, path)
	if (keys.verb === 'clock') return readClock(reader, keys, path)
	return readSingle(reader, keys, path)
}

function readClock(reader: Reader, { fields, expect }: StepKeys, path: Path): Step | null {
	const to = reader.read(time, fields, [...path, 'clock'])
	const expected = expect === undefined ? null : reader.read(expectation, expect, [...path, 'expect'])
	return to && { kind: 'clock', path, to, expect: expected }
}
