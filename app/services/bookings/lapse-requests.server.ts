import type { Db, DbOrTx } from '#db/client.server.ts'
import { lockBooking, lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { selectRequestsToLapse } from '#db/queries/bookings/requests.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { findBooking } from './find.server.ts'
import { notifyParty } from './messages.server.ts'

/** Requests that lapse in one go. */
const batch = 50

/**
 * Lets requests lapse that nobody answered in time: their places are free and offered on, and the families are told. Each in a
 * transaction of its own. Returns how many lapsed.
 */
export async function lapseRequests(db: Db, now: Date): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	let count = 0
	for (const id of await selectRequestsToLapse(db, now, batch)) if (await lapseIfDue(ctx, id)) count += 1
	return count
}

/** Lapses one request, where its time is over. Whether it did: an answer, a move or a cancellation may have come first. */
export function lapseIfDue(ctx: Ctx, id: string): Promise<boolean> {
	const system: Ctx = { ...ctx, actor: { kind: 'system' } }
	return transaction(ctx.db, (tx) => lapseRequest(tx, system, id))
}

async function lapseRequest(tx: DbOrTx, ctx: Ctx, id: string): Promise<boolean> {
	const { booking: found, party } = await findBooking(tx, ctx, { id }, 'handle-bookings')
	await lockSessionsOfBookings(tx, [found])
	const request = await lockBooking(tx, id)
	if (request.state !== 'requested' || request.lapsesAt === null || request.lapsesAt > ctx.now) return false
	if (request.sessionId !== found.sessionId) throw new RetryTransaction('The request moved while we waited for a lock')
	const lapsed = await updateBooking(tx, id, ['requested'], {
		state: 'lapsed',
		endedAt: ctx.now,
		version: request.version + 1,
	})
	if (!lapsed) throw new RetryTransaction('A locked request has changed')
	await writeAudit(tx, ctx, {
		action: 'booking.lapse',
		facilityId: request.facilityId,
		subjectKind: 'booking',
		subjectId: id,
	})
	if (request.sessionId !== null) await offerFreedPlaces(tx, ctx, [request.sessionId])
	await notifyParty(tx, ctx, 'booking-lapsed', request, party)
	return true
}
