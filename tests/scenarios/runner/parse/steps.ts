import { verbs } from '../verbs/all.ts'
import { expectation, listExpectation } from './expectation.ts'
import { time } from './fields.ts'
import type { Reader } from './misfit.ts'
import { readRace } from './race.ts'
import type { SingleStep, Step } from './step.ts'
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

export function readSingle(reader: Reader, keys: StepKeys, path: Path): SingleStep | null {
	const { verb, as } = keys
	const reads = verbs[verb]
	if (!reads) return null
	const bound = reader.read(reads, keys.fields, [...path, verb])
	const expectPath = [...path, 'expect']
	const isList = verb === 'list'
	const listed = isList && keys.expect !== undefined ? reader.read(listExpectation, keys.expect, expectPath) : null
	const single = !isList && keys.expect !== undefined ? reader.read(expectation, keys.expect, expectPath) : null
	if (!bound) return null
	if (!listed) return { kind: 'single', path, verb, bound, as: as ?? bound.named, expect: single, calendar: null }
	const { sessions, hidden, told, ...expect } = listed
	return { kind: 'single', path, verb, bound, as: as ?? bound.named, expect, calendar: { sessions, hidden, told } }
}

function readClock(reader: Reader, { fields, expect }: StepKeys, path: Path): Step | null {
	const to = reader.read(time, fields, [...path, 'clock'])
	const expected = expect === undefined ? null : reader.read(expectation, expect, [...path, 'expect'])
	return to && { kind: 'clock', path, to, expect: expected }
}
