// Straffeprosessloven § 222 a: a restraining order stops contact between the two it names.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { protectedPeriod } from '../restrictions/order-applies.ts'
import type { BookingRule } from './rule.ts'

/** Stands when an order between someone in the party and the prisoner is in force at any moment of the visit. Never told why. */
export const protectiveOrder: BookingRule = ({ visit, venue }) => {
	const { custody } = visit.prisoner
	const named = visit.party.filter((member) =>
		member.protectiveOrders.some((order) => overlaps(protectedPeriod(order, custody), venue)),
	)
	if (named.length === 0) return null
	return refusal(
		'protective-order',
		named.map((member) => member.visitorId),
	)
}
