// Straffegjennomføringsloven § 31 fourth paragraph: refused where there is reason to believe that visits will be misused.
import { datesTouched } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import type { Ban } from '../restrictions/restrictions.ts'
import { type BookingRule, onlyWhere } from './rule.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when someone is under a ban, by this facility or by all, in force at any time of a local day that the visit touches.
 * A ban that is over when asked (its end has passed, or it was lifted) holds nobody back.
 */
export const visitorBanned: BookingRule = onlyWhere(
	({ party }) => party.some(({ bans }) => bans.length > 0),
	({ visit, venue }, _policy, now) => {
		const remaining = (ban: Ban) => {
			if (ban.facilityId !== null && ban.facilityId !== venue.facilityId) return false
			if (ban.end <= now || ban.end <= ban.start) return false
			const { first, last } = datesTouched(ban.start, ban.end)
			return first <= lastDay(venue) && firstDay(venue) <= last
		}
		const banned = visit.party.filter((member) => member.bans.some(remaining))
		if (banned.length === 0) return null
		return refusal(
			'visitor-banned',
			banned.map((member) => member.visitorId),
		)
	},
)
