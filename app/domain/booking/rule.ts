import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import type { Asked, Visit } from './asked.ts'

/** One rule: what stands against the booking by it, or null when nothing does. Reads its arguments and nothing else. */
export type BookingRule = (asked: Asked, policy: Policy, now: Date) => Refusal | null

/**
 * A rule that can stand only for some visits, whatever the time and the place. A calendar asks every rule about some hundred
 * places, and most people have no ban and no order: nothing more is worked out for them.
 */
export function onlyWhere(can: (visit: Visit) => boolean, rule: BookingRule): BookingRule {
	return (asked, policy, now) => (can(asked.visit) ? rule(asked, policy, now) : null)
}
