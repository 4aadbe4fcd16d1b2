import type { Policy } from '../policy.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'
import type { RuleInput } from './rule-input.ts'
import { refusalsAgainst } from './rules.ts'

/** The rules about when one may ask. A booking that is there already is not held to them again. */
const evaluatedAt: readonly RefusalCode[] = ['too-soon', 'too-far-ahead', 'in-the-past']

/**
 * What stands against a booking that was confirmed: the same rules, asked without notice and horizon, and without what an
 * officer lifted when it was booked. Reviews ask it before and after an event.
 */
export function remainingRefusals(
	input: RuleInput,
	policy: Policy,
	now: Date,
	lifted: readonly RefusalCode[] = [],
): Refusal[] {
	return refusalsAgainst(input, policy, now).filter(({ code }) => !evaluatedAt.includes(code) && !lifted.includes(code))
}
