// Practice, for the child's sake (straffegjennomføringsloven § 3): written consent of those whom the child lives with.
import { refusal } from '../refusals.ts'
import { isAdultOn } from './party.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/** Stands when the permit of someone below 18 on the visit's first day lacks a guardian's written consent in force. */
export const guardianConsentMissing: BookingRule = ({ visit, venue }) => {
	const day = firstDay(venue)
	const without = visit.party.filter(
		(member) => member.permit !== null && !member.permit.guardianConsent && !isAdultOn(member, day),
	)
	if (without.length === 0) return null
	return refusal(
		'guardian-consent-missing',
		without.map((member) => member.visitorId),
	)
}
