import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/key.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import {
	type EarlyEnd,
	endDatedOrder,
	endNonAssociation,
	endProtectiveOrder,
	selectBan,
	selectCourtRestriction,
	selectNonAssociation,
	selectProtectiveOrder,
} from '#db/queries/restrictions.ts'
import type { BookingScope } from '#db/queries/reviews/bookings.ts'
import { ban, courtRestriction } from '#db/schema/index.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { liftClosure } from '../timetable/lift-closure.server.ts'
import { transaction } from '../transaction.server.ts'
import { bookingsOf, idsOf, requireOfficerOfEither } from './add-non-association.server.ts'
import { officerIn } from './restriction-record.server.ts'

export type Liftable = 'court-restriction' | 'ban' | 'protective-order' | 'non-association' | 'closure'

export interface LiftInput {
	kind: Liftable
	order: Key
	/** Why it ends before its time, as an officer says it. */
	reason?: string | null
}

/** An order that has been found and locked: how it ends, and whose visits are asked about again. */
interface LiftableOrder {
	id: string
	facilityId: string | null
	end(early: EarlyEnd): Promise<boolean>
	scope: BookingScope
	causes: Cause[]
}

/**
 * Ends an order or a closure now. The reviews that it caused close by themselves; the end of a court's order may open others,
 * where it leaves a visit under a stricter setting than it needs.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (over already, by time or by
 * somebody else)
 */
export function liftOrder(ctx: Ctx, { kind, order, reason = null }: LiftInput): Promise<ReviewsOutcome> {
	return transaction(ctx.db, async (tx) => {
		if (kind === 'closure') return liftClosure(tx, ctx, order)
		const found = await finders[kind](tx, ctx, order)
		if (!found) throw new ServiceError('not-found', 'There is no such order')
		const { id, facilityId } = found
		if (!(await found.end({ at: ctx.now, by: officerIn(ctx), reason }))) {
			const act = await lastActOn(tx, { kind, id }, [`${kind}.end`])
			if (isRepeatBy(ctx, act?.by ?? null)) return { opened: [], closed: [] }
			throw await wrongState(tx, ctx, { what: 'order-lifted', by: act?.by ?? null, at: act?.at ?? null })
		}
		await writeAudit(tx, ctx, { action: `${kind}.end`, facilityId, subjectKind: kind, subjectId: id })
		return openReviews(tx, ctx, found)
	})
}

const finders = {
	async 'court-restriction'(tx: DbOrTx, ctx: Ctx, key: Key): Promise<LiftableOrder | null> {
		const order = await selectCourtRestriction(tx, key)
		const facilityId = order && (await facilityOf(tx, ctx, order.prisonerId))
		if (!order || !facilityId) return null
		await lockPrisoners(tx, [order.prisonerId])
		return {
			id: order.id,
			facilityId,
			end: (early) => endDatedOrder(tx, courtRestriction, order.id, early),
			scope: { prisonerIds: [order.prisonerId] },
			causes: [{ cause: 'court-restriction-ended', causeId: order.id }],
		}
	},
	async ban(tx: DbOrTx, ctx: Ctx, key: Key): Promise<LiftableOrder | null> {
		const order = await selectBan(tx, key)
		if (!order) return null
		requireOfficerOrSystem(ctx, 'decide', order.facilityId)
		await lockVisitors(tx, [order.visitorId])
		return {
			id: order.id,
			facilityId: order.facilityId,
			end: (early) => endDatedOrder(tx, ban, order.id, early),
			scope: { visitorIds: [order.visitorId] },
			causes: [],
		}
	},
	async 'protective-order'(tx: DbOrTx, ctx: Ctx, key: Key): Promise<LiftableOrder | null> {
		const order = await selectProtectiveOrder(tx, key)
		const facilityId = order && (await facilityOf(tx, ctx, order.prisonerId))
		if (!order || !facilityId) return null
		const { prisonerId, visitorId } = order
		await lockPrisoners(tx, [prisonerId])
		await lockVisitors(tx, [visitorId])
		return {
			id: order.id,
			facilityId,
			end: (early) => endProtectiveOrder(tx, order.id, early),
			scope: { prisonerId, visitorId },
			causes: [],
		}
	},
	async 'non-association'(tx: DbOrTx, ctx: Ctx, key: Key): Promise<LiftableOrder | null> {
		const pair = await selectNonAssociation(tx, key)
		if (!pair) return null
		const { prisonerA, prisonerB } = pair
		if (prisonerA && prisonerB) {
			const [one, other] = [await selectPrisoner(tx, { id: prisonerA }), await selectPrisoner(tx, { id: prisonerB })]
			if (one && other) requireOfficerOfEither(ctx, [one.facilityId, other.facilityId])
			await lockPrisoners(tx, idsOf(pair))
		} else {
			requireOfficerOrSystem(ctx, 'screen-applications', ctx.actor.kind === 'officer' ? ctx.actor.facilityId : null)
			await lockVisitors(tx, idsOf(pair))
		}
		return {
			id: pair.id,
			facilityId: null,
			end: (early) => endNonAssociation(tx, pair.id, early),
			scope: bookingsOf(pair),
			causes: [],
		}
	},
}

/** Where the prisoner is, once the officer may lift an order there. */
async function facilityOf(tx: DbOrTx, ctx: Ctx, prisonerId: string): Promise<string | null> {
	const prisoner = await selectPrisoner(tx, { id: prisonerId })
	if (prisoner) requireOfficerOrSystem(ctx, 'screen-applications', prisoner.facilityId)
	return prisoner?.facilityId ?? null
}
