// Practice, set locally: for the peace between prisoners, and against pressure on their families.
import { isoWeek, localDate } from '../calendar/oslo.ts'
import type { TopUpRule } from './rule.ts'
import type { OtherTopUp, TopUpRuleInput } from './rule-input.ts'

/**
 * Stands when the amount would bring what all payers pay in for the prisoner in the ISO week (Monday to Sunday, local dates)
 * above `topUp.maxOrePerWeek`. Paid counts, by when it was started, and started counts until it is given up; what went back
 * does not.
 */
export const overWeeklyLimit: TopUpRule = (input, policy, now) =>
	weeklyOre(input, now) + input.ore > policy.topUp.maxOrePerWeek

/** What counts in the week of `now`, in whole øre. */
export function weeklyOre({ topUps }: Pick<TopUpRuleInput, 'topUps'>, now: Date): number {
	const week = isoWeek(localDate(now))
	const counted = topUps.filter((other) => other.state !== 'abandoned' && isoWeek(localDate(other.startedAt)) === week)
	return counted.reduce((sum, other: OtherTopUp) => sum + other.ore - other.refundedOre, 0)
}
