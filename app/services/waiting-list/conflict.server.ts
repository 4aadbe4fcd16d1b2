import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { WaitingListEntryRow } from '#db/queries/waiting-list/read.ts'
import { lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import type { ServiceError } from '../errors.ts'

const subject = { kind: 'waiting-list', ref: '' } as const

/** A `wrong-state` that says how a waiting-list entry ended, or that what it was offered is gone. */
export async function entryConflict(db: DbOrTx, ctx: Ctx, entry: WaitingListEntryRow): Promise<ServiceError> {
	const by = { kind: 'visitor', id: entry.createdBy } as const
	if (entry.state === 'fulfilled') {
		const booking = entry.bookingId === null ? null : await selectBooking(db, { id: entry.bookingId })
		const visit = booking ? ({ kind: 'visit', ref: booking.ref } as const) : subject
		return wrongState(db, ctx, { what: 'waiting-list-fulfilled', by, at: booking?.createdAt ?? null, subject: visit })
	}
	if (entry.state === 'withdrawn') {
		const act = await lastActOn(db, { kind: 'waiting-list-entry', id: entry.id }, ['waiting-list-entry.withdraw'])
		return wrongState(db, ctx, { what: 'waiting-list-withdrawn', by, at: act?.at ?? null, subject })
	}
	const what = entry.state === 'lapsed' ? 'waiting-list-lapsed' : 'offer-gone'
	return wrongState(db, ctx, { what, by: null, at: null, subject })
}
