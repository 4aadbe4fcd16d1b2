import { auditEntry } from '#app/services/audit.server.ts'
import { transaction } from '#app/services/transaction.server.ts'
import { offerFreedPlaces } from '#app/services/waiting-list/offer-places.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import {
	expireOverdueHoldsIn,
	lockFreePlaces,
	nextHoldEnd,
	selectOverdueHolds,
} from '#db/queries/bookings/expire-holds.ts'
import type { Job } from './job.ts'

const batch = 50

/**
 * Gives up the places of holds that ran out. The rules already read such a hold as gone; this writes it down, and offers the
 * place to whoever waits for it. Sessions and rooms are locked before the bookings, in the order of every use case,
 * and what is locked already is left to whoever has it: each use case gives up the holds in its own way.
 */
export const expireHolds: Job = {
	name: 'expire-holds',
	async run(db, now) {
		// Asked each second, and mostly there is none: no transaction for that.
		const found = await selectOverdueHolds(db, now, batch)
		if (found.length === 0) return 0
		return transaction(db, async (tx) => {
			const sessions = await lockFreePlaces(
				tx,
				'visit_session',
				found.map((row) => row.session_id),
			)
			const rooms = await lockFreePlaces(
				tx,
				'room',
				found.map((row) => row.room_id),
			)
			const expired = await expireOverdueHoldsIn(tx, { sessions, rooms }, now, batch)
			const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
			await insertAudit(
				tx,
				expired.map((row) =>
					auditEntry(ctx, {
						action: 'booking.expire',
						subjectKind: 'booking',
						subjectId: row.id,
						facilityId: row.facility_id,
					}),
				),
			)
			const freed = new Set(expired.map((row) => row.session_id).filter((id) => id !== null))
			await offerFreedPlaces(tx, ctx, [...freed].sort())
			return expired.length
		})
	},
	async nextDue(db, after) {
		return nextHoldEnd(db, after)
	},
}
