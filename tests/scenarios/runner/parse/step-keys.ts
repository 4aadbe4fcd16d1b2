import { expectationsNotYet, notYet, verbsNotYet } from '../verbs/not-yet.ts'
import { label } from './fields.ts'
import type { Reader } from './misfit.ts'
import type { Path } from './yaml.ts'

export type Raw = Readonly<Record<string, unknown>>

export function isRaw(value: unknown): value is Raw {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A step taken apart: its one verb with what stands under it, and what stands beside. */
export interface StepKeys {
	verb: string
	fields: unknown
	as: string | null
	expect: unknown
	beside: Raw
}

/** Takes a step apart; every key that is neither a verb of the format nor may stand beside one is refused by name. */
export function stepKeys(
	reader: Reader,
	raw: unknown,
	path: Path,
	verbs: readonly string[],
	mayStandBeside: readonly string[],
): StepKeys | null {
	if (!isRaw(raw)) {
		reader.refuse(path, 'is not a step')
		return null
	}
	const { as, expect, ...rest } = raw
	const found = Object.keys(rest).filter((key) => verbs.includes(key))
	const strange = Object.keys(rest).filter((key) => !verbs.includes(key) && !mayStandBeside.includes(key))
	for (const key of strange) {
		reader.refuse([...path, key], verbsNotYet.includes(key) ? notYet : `there is no verb or key “${key}” here`)
	}
	const expected = isRaw(expect) ? withoutNotYet(reader, expect, [...path, 'expect']) : expect
	const [verb, ...others] = found
	if (strange.length > 0) return null
	if (verb === undefined || others.length > 0) {
		reader.refuse(path, verb === undefined ? 'has no verb' : `has more than one verb: ${found.join(', ')}`)
		return null
	}
	const beside = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== verb))
	const named = as === undefined ? null : reader.read(label, as, [...path, 'as'])
	return { verb, fields: rest[verb], as: named, expect: expected, beside }
}

function withoutNotYet(reader: Reader, expect: Raw, path: Path): Raw {
	for (const key of expectationsNotYet.filter((key) => key in expect)) reader.refuse([...path, key], notYet)
	return Object.fromEntries(Object.entries(expect).filter(([key]) => !expectationsNotYet.includes(key)))
}
