import { localDate } from '#app/domain/calendar/oslo.ts'
import { defaultPolicy } from '#app/domain/policy.ts'
import type { Db } from '#db/client.server.ts'
import { selectTimetable } from '#db/queries/bookings/places.ts'
import { lockSessions } from '#db/queries/timetable/lock-sessions.ts'
import { type SessionsToOffer, selectSessionsToOffer } from '#db/queries/waiting-list/open-entries.ts'
import type { Ctx } from '../context.ts'
import { policyOf } from '../policy.server.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from './offer-places.server.ts'
import { type OfferedSession, planOffers, type VisitCache } from './plan-offers.server.ts'

/**
 * Offers what is free to the waiting-list entries that stand on the list, in every facility. It is planned without locks; a session is
 * locked only where there is a waiting-list entry to offer it to, and then asked again. Returns how many offers were made.
 */
export async function createDueOffers(db: Db, now: Date): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	const { maxDaysAhead } = defaultPolicy
	let created = 0
	for (const facility of await selectSessionsToOffer(db, { now, today: localDate(now), maxDaysAhead })) {
		const known: VisitCache = new Map()
		const plan = await planOffers(db, await readSessions(db, facility, now), now, { known })
		for (const sessionId of new Set(plan.map((offer) => offer.sessionId))) {
			created += await transaction(db, async (tx) => {
				await lockSessions(tx, [sessionId])
				return offerFreedPlaces(tx, ctx, [sessionId], known)
			})
		}
	}
	return created
}

async function readSessions(db: Db, facility: SessionsToOffer, now: Date): Promise<OfferedSession[]> {
	const { facilityId, first, last } = facility
	const until = new Date(last.getTime() + 1)
	const replaced = { bookingId: null, holdOf: null }
	const { sessions, closures, policy } = await selectTimetable(db, { facilityId, from: first, until, now, replaced })
	return sessions
		.filter((session) => facility.sessionIds.includes(session.id))
		.map((session) => ({ session, closures, policy: policyOf(policy) }))
}
