import type { PartyMember } from '#app/domain/booking/asked.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow } from '#db/queries/bookings/write.ts'
import { queueMessages } from '#db/queries/messages.ts'
import type { Ctx } from '../context.ts'
import { recipientsForBooking } from '../messages/recipients.ts'

/** Queues a message about a booking to all who are to know: the booker, each other adult, the guardians of the children. */
export async function tellParty(
	tx: DbOrTx,
	ctx: Pick<Ctx, 'now'>,
	kind: MessageKind,
	booking: Pick<BookingRow, 'id' | 'bookerId' | 'startsAt'>,
	party: readonly Pick<PartyMember, 'visitorId' | 'born' | 'guardianIds'>[],
): Promise<void> {
	const to = recipientsForBooking({ bookerId: booking.bookerId, party, on: localDate(booking.startsAt) })
	await queueMessages(
		tx,
		to.map((toVisitorId) => ({ kind, toVisitorId, bookingId: booking.id, queuedAt: ctx.now, dueAt: ctx.now })),
	)
}
