import type { PartyMember } from '#app/domain/bookings/rule-input.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow } from '#db/queries/bookings/row.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import type { PendingQuery } from '#db/queries/statement.ts'
import type { Ctx } from '../context.ts'
import { recipientsForBooking } from '../messages/recipients.ts'

/** Queues a message about a booking to all who are to know: the booker, each other adult, the guardians of the visitors.children. */
export function notifyParty(
	tx: DbOrTx,
	ctx: Pick<Ctx, 'now'>,
	kind: MessageKind,
	booking: Pick<BookingRow, 'id' | 'startsAt'> & { bookerId?: string | null },
	party: readonly Pick<PartyMember, 'visitorId' | 'born' | 'guardianIds'>[],
): PendingQuery<unknown> {
	const to = recipientsForBooking({ bookerId: booking.bookerId ?? null, party, on: localDate(booking.startsAt) })
	return queueMessages(
		tx,
		to.map((toVisitorId) => ({ kind, toVisitorId, bookingId: booking.id, queuedAt: ctx.now, dueAt: ctx.now })),
	)
}

/** What is told when a place was taken: that it is asked for, or that it is booked. */
export function bookingMessageKind(state: 'requested' | 'confirmed'): MessageKind {
	return state === 'requested' ? 'booking-requested' : 'booking-confirmed'
}
