// Straffegjennomføringsloven § 31 fourth paragraph: refused where there is reason to believe that visits will be misused.
import { datesTouched } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import type { Ban } from '../restrictions/restrictions.ts'
import type { BookingRule } from './rule.ts'
import type { Venue } from './rule-input.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when someone is under a ban, by this facility or by all, in force at any time of a local day that the visit touches.
 * A ban that is over when asked (its end has passed, or it was lifted) holds nobody back.
 */
export const visitorBanned: BookingRule = ({ visit, venue }, _policy, now) => {
	if (visit.party.every(({ bans }) => bans.length === 0)) return null
	const banned = visit.party.filter(({ bans }) => bans.some((ban) => holdsBack(ban, venue, now)))
	if (banned.length === 0) return null
	return refusal(
		'visitor-banned',
		banned.map((member) => member.visitorId),
	)
}

function holdsBack(ban: Ban, venue: Venue, now: Date): boolean {
	if (ban.facilityId !== null && ban.facilityId !== venue.facilityId) return false
	if (ban.end <= now || ban.end <= ban.start) return false
	const { first, last } = datesTouched(ban.start, ban.end)
	return first <= lastDay(venue) && firstDay(venue) <= last
}
