import type { Policy } from '../policy.ts'
import { belowMinimum } from './below-minimum.ts'
import { courtRestriction } from './court-restriction.ts'
import { overMaximum } from './over-maximum.ts'
import { overWeeklyLimit } from './over-weekly-limit.ts'
import { payerNotApproved } from './payer-not-approved.ts'
import { prisonerReleased } from './prisoner-released.ts'
import { protectiveOrder } from './protective-order.ts'
import type { TopUpRefusalCode } from './refusals.ts'
import type { TopUpRule } from './rule.ts'
import type { TopUpRuleInput } from './rule-input.ts'
import { topUpNotAllowed } from './topup-not-allowed.ts'

/** Every rule by its code, in the order in which refusals are listed. */
export const topUpRules: Readonly<Record<TopUpRefusalCode, TopUpRule>> = {
	'payer-not-approved': payerNotApproved,
	'protective-order': protectiveOrder,
	'court-restriction': courtRestriction,
	'prisoner-released': prisonerReleased,
	'topup-not-allowed': topUpNotAllowed,
	'below-minimum': belowMinimum,
	'over-maximum': overMaximum,
	'over-weekly-limit': overWeeklyLimit,
}

/** The one decision about a top-up: everything that stands against it, together, in the order of the closed list. */
export function topUpRefusals(input: TopUpRuleInput, policy: Policy, now: Date): TopUpRefusalCode[] {
	return standing(topUpRules, input, policy, now)
}

/**
 * What keeps money that is paid from ever being credited. The amount and the policy were asked when it was started, and are
 * not asked again: a new policy or a transfer does not send it back.
 */
export function creditBars(input: TopUpRuleInput, policy: Policy, now: Date): TopUpRefusalCode[] {
	const forGood = {
		'payer-not-approved': payerNotApproved,
		'protective-order': protectiveOrder,
		'court-restriction': courtRestriction,
		'prisoner-released': prisonerReleased,
	} as const
	return standing(forGood, input, policy, now)
}

function standing(
	rules: Readonly<Partial<Record<TopUpRefusalCode, TopUpRule>>>,
	input: TopUpRuleInput,
	policy: Policy,
	now: Date,
): TopUpRefusalCode[] {
	const codes: TopUpRefusalCode[] = []
	for (const code of Object.keys(topUpRules)) {
		if (isCode(code) && rules[code]?.(input, policy, now)) codes.push(code)
	}
	return codes
}

function isCode(code: string): code is TopUpRefusalCode {
	return Object.hasOwn(topUpRules, code)
}
