import type { DbOrTx } from '#db/client.server.ts'
import { endClosure, lockClosedPlaces, selectClosure } from '#db/queries/events/closures.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { lockConfirmed } from '#db/queries/reviews/bookings.ts'
import { lockReviewsOfAndBy, selectReviewedFor } from '#db/queries/reviews/reviews.ts'
import { audited } from '../audit.server.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { writeEnded } from '../reviews/write-reviews.server.ts'
import { closingOf } from './closing.server.ts'
import { requireRegistrar } from './may-register.ts'

/**
 * Lifts a closure: what it caused is gone, all at once. A visit of a unit that was closed may have no other ground left either. Lifted by
 * the same person before, it stays so.
 */
export async function liftClosure(tx: DbOrTx, ctx: Ctx, key: Key): Promise<ReviewsOutcome> {
	const closure = await selectClosure(tx, key)
	if (!closure) throw new ServiceError('not-found', 'There is no such closure')
	const { id, facilityId } = closure
	requireRegistrar(ctx, 'handle-bookings', facilityId)
	await lockClosedPlaces(tx, await closingOf(tx, closure))
	if (!(await endClosure(tx, id, ctx.now))) {
		const act = await lastActOn(tx, { kind: 'closure', id }, ['closure.end'])
		if (isRepeatBy(ctx, act?.by ?? null)) return { opened: [], closed: [] }
		const subject = { kind: 'closures', ref: closure.ref } as const
		throw await wrongState(tx, ctx, { what: 'closure-lifted', by: act?.by ?? null, at: act?.at ?? null, subject })
	}
	await audited(tx, ctx, { action: 'closure.end', facilityId, subjectKind: 'closure', subjectId: id })
	const ofUnit = closure.unit === null ? [] : await selectReviewedFor(tx, facilityId, 'unit-changed')
	// Bookings first, then all the reviews at once: what follows locks nothing that is not locked by then.
	await lockConfirmed(tx, { bookingIds: ofUnit }, ctx.now)
	const caused = { cause: 'closure-added', causeId: id } as const
	await lockReviewsOfAndBy(tx, ofUnit, caused)
	const others = await openReviews(tx, ctx, { causes: [], among: { bookingIds: ofUnit } })
	const gone = await lockReviewsOfAndBy(tx, [], caused)
	await writeEnded(tx, ctx, gone, 'cause-gone')
	return { opened: [], closed: [...new Set([...others.closed, ...gone.map(({ bookingId }) => bookingId)])] }
}
