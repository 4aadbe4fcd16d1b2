import { partyDifference } from '#app/domain/bookings/party-change.ts'
import type { PartyMember } from '#app/domain/bookings/rule-input.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { updateParty } from '#db/queries/bookings/party.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { type NewBooking, updateBooking } from '#db/queries/bookings/write.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { recipientsForBooking } from '../messages/recipients.ts'

type Person = Pick<PartyMember, 'visitorId' | 'born' | 'guardianIds'>

export interface NewParty {
	visitorIds: readonly string[]
	/** What changes of the booking's row with its party. */
	columns: Pick<NewBooking, 'track'> &
		Partial<Pick<NewBooking, 'bookerId' | 'bookedBy' | 'capacityLifted' | 'liftedCodes' | 'liftReason'>>
}

/** Writes a booking's party anew. Its people, its place and its row are locked by the caller. */
export async function writeParty(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	{ visitorIds, columns }: NewParty,
): Promise<BookingWithParty> {
	const difference = partyDifference(booking.visitorIds, visitorIds)
	const changed = await updateBooking(tx, booking.id, ['requested', 'confirmed'], {
		...columns,
		people: visitorIds.length,
		version: booking.version + 1,
	})
	if (!changed) throw new RetryTransaction('A locked booking has changed')
	await updateParty(tx, booking, difference)
	await writeAudit(tx, ctx, {
		action: 'booking.change-party',
		facilityId: booking.facilityId,
		subjectKind: 'booking',
		subjectId: booking.id,
		detail: { added: [...difference.added], removed: [...difference.removed] },
	})
	return { ...changed, visitorIds: [...visitorIds].sort() }
}

/** Tells the booker and the party that who comes has changed, and those who no longer come that they do not. */
export async function notifyPartyChange(
	tx: DbOrTx,
	ctx: Pick<Ctx, 'now'>,
	booking: Pick<BookingWithParty, 'id' | 'bookerId' | 'startsAt'>,
	{ party, removed }: { party: readonly Person[]; removed: readonly Person[] },
): Promise<void> {
	const on = localDate(booking.startsAt)
	const staying = recipientsForBooking({ bookerId: booking.bookerId, party, on })
	const leaving = recipientsForBooking({ bookerId: null, party: removed, on }).filter((id) => !staying.includes(id))
	const message = { kind: 'booking-changed', bookingId: booking.id, queuedAt: ctx.now, dueAt: ctx.now } as const
	await queueMessages(tx, [
		...staying.map((toVisitorId) => ({ ...message, toVisitorId })),
		...leaving.map((toVisitorId) => ({ ...message, toVisitorId, detail: { left: 'yes' } })),
	])
}
