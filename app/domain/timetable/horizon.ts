import { addDays, type LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'

/** The days that a family's calendar shows at least, and what is made beyond, so that its last week is always whole. */
export const leastDays = 8 * 7
export const spareDays = 7

/** Up to which date, itself counting, the sessions of a facility are to be there. */
export function sessionHorizon(today: LocalDate, policy: Pick<Policy, 'maxDaysAhead'>): LocalDate {
	return addDays(today, Math.max(policy.maxDaysAhead, leastDays) + spareDays)
}
