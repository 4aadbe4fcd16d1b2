import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { isClosedBy } from '#app/domain/reviews/closed-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	type ClosureRow,
	insertClosure,
	lockClosedPlaces,
	lockFacility,
	selectRoomRow,
	selectSameClosure,
} from '#db/queries/events/closures.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { hasUnit } from '#db/queries/events/prisoners.ts'
import { selectSessionRow } from '#db/queries/events/sessions.ts'
import { lockPlacedWithin, type PlacedBooking, selectPlacedWithin } from '#db/queries/reviews/placed.ts'
import { selectUnderReview } from '#db/queries/reviews/reviews.ts'
import { audited } from '../audit.server.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { look } from '../look.server.ts'
import { tellUnderReview, writeOpened } from '../reviews/write-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { closingOf } from './closing.server.ts'
import { requireRegistrar } from './may-register.ts'
import { requireText } from './period.ts'

/** What is to be closed: a facility, one of its units or rooms, for a day or from one day to another (both count); or a session. */
export interface ClosureAsk {
	facilityId: string
	date?: LocalDate
	from?: LocalDate
	to?: LocalDate
	unit?: string
	room?: Key
	session?: Key
}

export interface CloseInput extends ClosureAsk {
	reason: string
}

type ClosedThing = Pick<ClosureRow, 'facilityId' | 'firstDate' | 'lastDate' | 'unit' | 'roomId' | 'sessionId'>

/**
 * Closes. Every confirmed visit that it touches comes under review, and is answered. What the same person closed in the same words
 * stays closed, once.
 *
 * @throws ServiceError `not-allowed`, `not-found` (no such room or session there), `incomplete` (no days, no reason),
 * `wrong-state` (somebody else closed the same)
 */
export async function addClosure(
	ctx: Ctx,
	input: CloseInput,
): Promise<{ closure: ClosureRow; touched: PlacedBooking[] }> {
	requireRegistrar(ctx, 'handle-bookings', input.facilityId)
	const reason = requireText('reason', input.reason)
	return transaction(ctx.db, async (tx) => {
		const closed = await whatCloses(tx, input)
		const closing = await closingOf(tx, closed)
		await lockFacility(tx, closed.facilityId)
		const same = await selectSameClosure(tx, closed)
		if (same) return { closure: await closedBefore(tx, ctx, same, reason), touched: [] }
		await lockClosedPlaces(tx, closing)
		const closure = await insertClosure(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			...closed,
			reason,
			madeBy: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
			madeAt: ctx.now,
			endedAt: null,
		})
		await audited(tx, ctx, {
			action: 'closure.add',
			facilityId: closure.facilityId,
			subjectKind: 'closure',
			subjectId: closure.id,
		})
		const touched = closedAmong(closed, await lockPlacedWithin(tx, { ...closing, now: ctx.now }))
		const before = await selectUnderReview(
			tx,
			touched.map(({ id }) => id),
		)
		const causes = [{ cause: 'closure-added' as const, causeId: closure.id }]
		await writeOpened(
			tx,
			ctx,
			touched.map((booking) => ({ booking, causes })),
		)
		await tellUnderReview(
			tx,
			ctx,
			touched.filter(({ id }) => !before.has(id)),
		)
		return { closure, touched }
	})
}

/** The closure, where the same person made it in the same words. @throws ServiceError `wrong-state` otherwise */
async function closedBefore(tx: DbOrTx, ctx: Ctx, closure: ClosureRow, reason: string): Promise<ClosureRow> {
	const by = closure.madeBy === null ? null : ({ kind: 'officer', id: closure.madeBy } as const)
	if (closure.reason === reason && isRepeatBy(ctx, by)) return closure
	const subject = { kind: 'closures', ref: closure.ref } as const
	throw await wrongState(tx, ctx, { what: 'closure-added', by, at: closure.madeAt, subject })
}

/**
 * The confirmed visits that a closure would touch, in order of time: what the page shows before the click. Nothing is written
 * but that somebody looked.
 *
 * @throws ServiceError as `addClosure`
 */
export async function bookingsTouchedByClosure(ctx: Ctx, input: ClosureAsk): Promise<PlacedBooking[]> {
	requireRegistrar(ctx, 'handle-bookings', input.facilityId)
	return look(ctx, async (tx) => {
		const closed = await whatCloses(tx, input)
		const placed = await selectPlacedWithin(tx, { ...(await closingOf(tx, closed)), now: ctx.now })
		const touched = closedAmong(closed, placed)
		await audited(tx, ctx, {
			action: 'closure.preview',
			facilityId: input.facilityId,
			subjectKind: 'facility',
			subjectId: input.facilityId,
			detail: { shown: touched.length },
		})
		return touched
	})
}

function closedAmong(
	{ firstDate, lastDate, ...closed }: ClosedThing,
	bookings: readonly PlacedBooking[],
): PlacedBooking[] {
	return bookings.filter((booking) => isClosedBy({ ...closed, first: firstDate, last: lastDate }, booking))
}

async function whatCloses(db: DbOrTx, { facilityId, unit, room, session, ...days }: ClosureAsk): Promise<ClosedThing> {
	if (session) {
		const found = await selectSessionRow(db, session)
		if (found?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such session')
		return { facilityId, firstDate: null, lastDate: null, unit: null, roomId: null, sessionId: found.id }
	}
	const firstDate = days.date ?? days.from
	const lastDate = days.date ?? days.to
	if (!firstDate || !lastDate || lastDate < firstDate)
		throw new ServiceError('incomplete', 'It takes a first and a last day', ['from', 'to'])
	if (unit !== undefined && !(await hasUnit(db, facilityId, unit)))
		throw new ServiceError('incomplete', 'There is no such unit', ['unit'])
	const found = room && (await selectRoomRow(db, room))
	if (room && found?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such room')
	return { facilityId, firstDate, lastDate, unit: unit ?? null, roomId: found?.id ?? null, sessionId: null }
}
