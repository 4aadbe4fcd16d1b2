import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { lockConfirmed } from '#db/queries/reviews/bookings.ts'
import { lockReviewsOfAndBy, selectReviewedFor } from '#db/queries/reviews/reviews.ts'
import { endClosure, lockClosedPlaces, selectClosure } from '#db/queries/timetable/closures.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { writeResolved } from '../reviews/write-reviews.server.ts'
import { closingOf } from './closed-range.server.ts'

/**
 * Lifts a closure: what it caused is gone, all at once. A visit of a unit that was closed may have no other ground left either. Lifted by
 * the same person before, it stays so.
 */
export async function liftClosure(tx: DbOrTx, ctx: Ctx, key: Key): Promise<ReviewsOutcome> {
	const closure = await selectClosure(tx, key)
	if (!closure) throw new ServiceError('not-found', 'There is no such closure')
	const { id, facilityId } = closure
	requireOfficerOrSystem(ctx, 'handle-bookings', facilityId)
	await lockClosedPlaces(tx, await closingOf(tx, closure))
	if (!(await endClosure(tx, id, ctx.now))) {
		const act = await lastActOn(tx, { kind: 'closure', id }, ['closure.end'])
		if (isRepeatBy(ctx, act?.by ?? null)) return { opened: [], closed: [] }
		const subject = { kind: 'closures', ref: closure.ref } as const
		throw await wrongState(tx, ctx, { what: 'closure-lifted', by: act?.by ?? null, at: act?.at ?? null, subject })
	}
	await writeAudit(tx, ctx, { action: 'closure.end', facilityId, subjectKind: 'closure', subjectId: id })
	const ofUnit = closure.unit === null ? [] : await selectReviewedFor(tx, facilityId, 'unit-changed')
	// Bookings first, then all the reviews at once: what follows locks nothing that is not locked by then.
	await lockConfirmed(tx, { bookingIds: ofUnit }, ctx.now)
	const caused = { cause: 'closure-added', causeId: id } as const
	await lockReviewsOfAndBy(tx, ofUnit, caused)
	const others = await openReviews(tx, ctx, { causes: [], scope: { bookingIds: ofUnit } })
	const gone = await lockReviewsOfAndBy(tx, [], caused)
	await writeResolved(tx, ctx, gone, 'cause-gone')
	return { opened: [], closed: [...new Set([...others.closed, ...gone.map(({ bookingId }) => bookingId)])] }
}
