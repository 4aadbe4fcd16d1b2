import { isReminderDue, nextReminder } from '#app/domain/bookings/reminders.ts'
import type { Db, DbOrTx } from '#db/client.server.ts'
import { lockBooking } from '#db/queries/bookings/lock-sessions-of.ts'
import { selectVisitsToRemindOf } from '#db/queries/bookings/reminders.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { findBooking } from './find.server.ts'
import { notifyParty } from './messages.server.ts'

/** Visits in one go. */
const batch = 50

/**
 * Queues the reminders of confirmed visits that are due, once each: what was queued and when the next is due are written in one
 * transaction, a visit's own. Returns how many visits it dealt with.
 */
export async function remindOfVisits(db: Db, now: Date): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	let count = 0
	for (const id of await selectVisitsToRemindOf(db, now, batch))
		if (await transaction(db, (tx) => remindOf(tx, ctx, id))) count += 1
	return count
}

async function remindOf(tx: DbOrTx, ctx: Ctx, id: string): Promise<boolean> {
	const visit = await lockBooking(tx, id)
	const { startsAt, remindAt } = visit
	if (visit.state !== 'confirmed' || remindAt === null || remindAt > ctx.now) return false
	const planned = await updateBooking(tx, id, ['confirmed'], { remindAt: nextReminder(startsAt, ctx.now) })
	if (!planned) throw new RetryTransaction('A locked booking has changed')
	if (isReminderDue(startsAt, remindAt, ctx.now)) {
		const { party } = await findBooking(tx, ctx, { id }, 'handle-bookings')
		await notifyParty(tx, ctx, 'booking-reminder', visit, party)
	}
	return true
}
