import { z } from 'zod'
import { policyForm } from '#app/forms/policy.ts'
import { orEmpty, text } from './fields.ts'

/** The parameters that may be `none`, and those that then are an empty list. */
const unset = new Set(['hoursPerMonth', 'special-high', 'high', 'low', 'transitional'])
const lists = new Set(['closedDays', 'fourEyes', 'defaultControls'])

/** `none` as a policy's table writes it: no limit, or nothing in the list. */
function withoutNone(value: unknown, of = ''): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
	return Object.fromEntries(
		Object.entries(value).map(([key, held]) => {
			if (held !== 'none') return [key, withoutNone(held, key)]
			if (lists.has(key) || lists.has(of)) return [key, []]
			return [key, unset.has(key) ? null : held]
		}),
	)
}

/** What a facility sets differently from the defaults. */
export const policy = z.preprocess((value) => withoutNone(value ?? {}), policyForm)

const facility = orEmpty(
	z.strictObject({
		policy: policy.default({}),
		units: z.array(text).min(1).default(['A', 'B']),
	}),
)

export const facilities = z.record(z.string(), facility).default({})
export type GivenFacilities = z.output<typeof facilities>
