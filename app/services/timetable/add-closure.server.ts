import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { isClosedBy } from '#app/domain/reviews/closed-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import type { Key } from '#db/queries/key.ts'
import { hasUnit } from '#db/queries/prisoners.ts'
import { lockPlacedWithin, type PlacedBooking, selectPlacedWithin } from '#db/queries/reviews/placed.ts'
import { selectUnderReview } from '#db/queries/reviews/reviews.ts'
import { selectRoomRow } from '#db/queries/rooms/read.ts'
import type { ClosureRow } from '#db/queries/timetable/closures.ts'
import { insertClosure, lockClosedPlaces, lockFacility, selectSameClosure } from '#db/queries/timetable/closures.ts'
import { selectSessionRow } from '#db/queries/timetable/visit-sessions.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireText } from '../require-text.ts'
import { notifyUnderReview, writeOpened } from '../reviews/write-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { closingOf } from './closed-range.server.ts'

/** What is to be closed: a facility, one of its units or rooms, for a day or from one day to another (both count); or a session. */
export interface ClosureRequest {
	facilityId: string
	date?: LocalDate
	from?: LocalDate
	to?: LocalDate
	unit?: string
	room?: Key
	session?: Key
}

export interface CloseInput extends ClosureRequest {
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
	requireOfficerOrSystem(ctx, 'handle-bookings', input.facilityId)
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
			createdBy: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
			createdAt: ctx.now,
			endedAt: null,
		})
		await writeAudit(tx, ctx, {
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
		await notifyUnderReview(
			tx,
			ctx,
			touched.filter(({ id }) => !before.has(id)),
		)
		return { closure, touched }
	})
}

/** The closure, where the same person made it in the same words. @throws ServiceError `wrong-state` otherwise */
async function closedBefore(tx: DbOrTx, ctx: Ctx, closure: ClosureRow, reason: string): Promise<ClosureRow> {
	const by = closure.createdBy === null ? null : ({ kind: 'officer', id: closure.createdBy } as const)
	if (closure.reason === reason && isRepeatBy(ctx, by)) return closure
	const subject = { kind: 'closures', ref: closure.ref } as const
	throw await wrongState(tx, ctx, { what: 'closure-added', by, at: closure.createdAt, subject })
}

/**
 * The confirmed visits that a closure would touch, in order of time: what the page shows before the click. Nothing is written
 * but that somebody looked.
 *
 * @throws ServiceError as `addClosure`
 */
export async function bookingsAffectedByClosure(ctx: Ctx, input: ClosureRequest): Promise<PlacedBooking[]> {
	requireOfficerOrSystem(ctx, 'handle-bookings', input.facilityId)
	return auditedRead(ctx, async (tx) => {
		const closed = await whatCloses(tx, input)
		const placed = await selectPlacedWithin(tx, { ...(await closingOf(tx, closed)), now: ctx.now })
		const touched = closedAmong(closed, placed)
		await writeAudit(tx, ctx, {
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

async function whatCloses(
	db: DbOrTx,
	{ facilityId, unit, room, session, ...days }: ClosureRequest,
): Promise<ClosedThing> {
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
