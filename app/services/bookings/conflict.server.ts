import { type AuditAction, auditActions } from '#app/domain/audit/actions.ts'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { ConflictAct } from '#app/domain/conflict.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow } from '#db/queries/bookings/row.ts'
import { lastActOn, type PastAct, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import type { ServiceError } from '../errors.ts'

/** What each audited act on a booking was, to whoever comes after it. */
const acts = {
	'booking.request': 'visit-requested',
	'booking.confirm': 'visit-booked',
	'booking.change': 'visit-moved',
	'booking.change-party': 'visit-party-changed',
	'booking.cancel': 'visit-called-off',
	'booking.approve': 'visit-approved',
	'booking.decline': 'visit-declined',
	'booking.lapse': 'visit-lapsed',
	'booking.keep': 'visit-kept',
	'booking.check-in': 'visit-let-in',
	'booking.complete': 'visit-completed',
	'booking.no-show': 'visit-no-show',
	'booking.turn-away': 'visit-turned-away',
	'booking.correct': 'visit-corrected',
} as const satisfies Partial<Record<AuditAction, ConflictAct>>

type BookingAct = keyof typeof acts

const isBookingAct = (action: AuditAction): action is BookingAct => action in acts
const bookingActs = auditActions.filter(isBookingAct)

/** Where no act is on record: what the state itself says. */
const byState: Partial<Record<BookingState, ConflictAct>> = {
	requested: 'visit-requested',
	confirmed: 'visit-booked',
	declined: 'visit-declined',
	lapsed: 'visit-lapsed',
	cancelled: 'visit-called-off',
	'checked-in': 'visit-let-in',
	completed: 'visit-completed',
	'no-show': 'visit-no-show',
	'turned-away': 'visit-turned-away',
}

/** The last act that changed a booking, whoever did it; null when none is on record. */
export function lastActOnBooking(db: DbOrTx, bookingId: string): Promise<PastAct | null> {
	return lastActOn(db, { kind: 'booking', id: bookingId }, bookingActs)
}

/** A `wrong-state` that says what became of a booking, by whom and when. `last` is its last act, where it is known already. */
export async function bookingConflict(
	db: DbOrTx,
	ctx: Ctx,
	booking: Pick<BookingRow, 'id' | 'ref' | 'state' | 'reason' | 'cancelledBy' | 'bookerId' | 'endedAt'>,
	last?: PastAct | null,
): Promise<ServiceError> {
	const subject = { kind: 'visit', ref: booking.ref } as const
	if (booking.state === 'cancelled' && booking.reason === 'replaced') {
		const by = { kind: 'visitor', id: booking.bookerId } as const
		return wrongState(db, ctx, { what: 'hold-replaced', by, at: booking.endedAt, subject })
	}
	const act = last === undefined ? await lastActOnBooking(db, booking.id) : last
	if (!act) {
		const what = booking.cancelledBy === 'visitor' ? 'visit-cancelled' : (byState[booking.state] ?? 'visit-changed')
		return wrongState(db, ctx, { what, by: null, at: booking.endedAt, subject })
	}
	const isFamilys = act.action === 'booking.cancel' && act.by.kind === 'visitor'
	const what = isFamilys ? 'visit-cancelled' : isBookingAct(act.action) ? acts[act.action] : 'visit-changed'
	return wrongState(db, ctx, { what, by: act.by, at: act.at, subject })
}
