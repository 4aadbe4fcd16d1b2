import { verbs } from '../verbs/all.ts'
import { expectation, listExpectation } from './expectation.ts'
import type { Reader } from './misfit.ts'
import type { SingleStep } from './step.ts'
import type { StepKeys } from './step-keys.ts'
import type { Path } from './yaml.ts'

/** Reads a step of one use case; null when it does not fit, and that is noted. */
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
