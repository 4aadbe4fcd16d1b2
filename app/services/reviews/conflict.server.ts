import type { DbOrTx } from '#db/client.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { bookingConflict } from '../bookings/conflict.server.ts'
import { lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import type { ServiceError } from '../errors.ts'

/** A `wrong-state` that says how a booking's review ended, by whom and when. */
export async function reviewConflict(db: DbOrTx, ctx: Ctx, booking: BookingWithParty): Promise<ServiceError> {
	if (booking.state !== 'confirmed') return bookingConflict(db, ctx, booking)
	const act = await lastActOn(db, { kind: 'booking', id: booking.id }, ['review.resolve'])
	const subject = { kind: 'review', ref: booking.ref } as const
	return wrongState(db, ctx, { what: 'review-ended', by: act?.by ?? null, at: act?.at ?? null, subject })
}
