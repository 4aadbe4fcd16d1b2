import type { LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import type { RuleInput, Visit } from './rule-input.ts'
import { firstDay, lastDay } from './visit-day.ts'

/** One rule: what stands against the booking by it, or null when nothing does. Reads its arguments and nothing else. */
export interface BookingRule {
	(input: RuleInput, policy: Policy, now: Date): Refusal | null
	/** The visits that it can stand for at all, where these are few. */
	readonly can?: (visit: Visit) => boolean
	/** The rule itself, where it asks no more of a place than on which days the visit is. */
	readonly onDays?: DayRule
}

/** The local dates on which a visit begins and ends. */
export interface VisitDays {
	first: LocalDate
	last: LocalDate
}

export type DayRule = (visit: Visit, days: VisitDays, policy: Policy, now: Date) => Refusal | null

/**
 * A rule that can stand only for some visits, whatever the time and the place. A calendar asks every rule about some hundred
 * places, and most people have no ban and no order: nothing more is worked out for them.
 */
export function onlyWhere(can: (visit: Visit) => boolean, rule: BookingRule): BookingRule {
	return Object.assign(
		(input: RuleInput, policy: Policy, now: Date) => (can(input.visit) ? rule(input, policy, now) : null),
		{ can },
	)
}

/** A rule about who comes on which day, wherever and at what hour: a calendar asks it once for all places of a day. */
export function onDays(rule: DayRule): BookingRule {
	return Object.assign(
		({ visit, venue }: RuleInput, policy: Policy, now: Date) =>
			rule(visit, { first: firstDay(venue), last: lastDay(venue) }, policy, now),
		{ onDays: rule },
	)
}
