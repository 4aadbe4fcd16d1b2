import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import type { SessionChange } from '#app/domain/timetable/template-change.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { insertClosure } from '#db/queries/timetable/closures.ts'
import { type NewSession, updateSession } from '#db/queries/timetable/write-sessions.ts'
import type { Ctx } from '../context.ts'
import { addClosure } from './add-closure.server.ts'
import { changeSession } from './change-session.server.ts'
import { liftClosure } from './lift-closure.server.ts'
import { type PlannedSession, type TemplatePlan, timetableChanged } from './template-plan.server.ts'

/** Whether a place in it is held, booked or on offer, and the family was told of what now changes. */
export function isForReview({ session, change }: PlannedSession): boolean {
	return session.takenGroups > 0 && (change === null || !isDateOnly(change))
}

/** It takes its place in the timetable's new order, and nothing that anyone was told of changes. */
function isDateOnly({ start, terms }: SessionChange): boolean {
	return start === undefined && Object.keys(terms).length === 0
}

/**
 * Changes and closes the sessions in which somebody has a place, each in a transaction of its own. Returns the bookings that
 * came under review, by id.
 */
export async function changeTakenSessions(ctx: Ctx, plan: TemplatePlan): Promise<string[]> {
	const underReview: string[] = []
	for (const { session, change } of plan.touched.filter(isForReview)) {
		if (change) {
			const { opened } = await changeSession(ctx, { session: { id: session.id }, change: asSessionChange(change) })
			underReview.push(...opened)
		} else {
			const closing = closingCtx(ctx, session.facilityId)
			const { facilityId, id } = session
			const { touched } = await addClosure(closing, { facilityId, session: { id }, reason: timetableChanged })
			underReview.push(...touched.map((booking) => booking.id))
		}
	}
	return underReview
}

function asSessionChange({ start, end, terms }: SessionChange) {
	const minutes = start && end ? (end.getTime() - start.getTime()) / 60_000 : null
	return { ...terms, ...(start && minutes !== null ? { start, minutes } : {}) }
}

/**
 * Who keeps the timetable closes its sessions with it, also who may not close others: then it is the timetable that does, under
 * the same request.
 */
function closingCtx(ctx: Ctx, facilityId: string): Ctx {
	const { actor } = ctx
	const mayClose = actor.kind === 'officer' && hasPermission(rolesIn(actor.grants, facilityId), 'handle-bookings')
	return mayClose ? ctx : { ...ctx, actor: { kind: 'system' } }
}

/** The sessions that nobody has a place in, and the dates that all of them belong to from now on. Call it with all of them locked. */
export async function rewriteSessions(tx: DbOrTx, ctx: Ctx, plan: TemplatePlan): Promise<void> {
	for (const { session, closureId } of plan.restored) {
		if (closureId !== null) await liftClosure(tx, closingCtx(ctx, session.facilityId), { id: closureId })
	}
	for (const { session, change } of plan.touched) {
		if (change) await updateSession(tx, session.id, columnsOf(change))
		else await callOff(tx, ctx, session)
	}
}

async function callOff(tx: DbOrTx, ctx: Ctx, session: PlannedSession['session']): Promise<void> {
	await insertClosure(tx, {
		id: newId(ctx.now),
		ref: newRef(),
		facilityId: session.facilityId,
		firstDate: null,
		lastDate: null,
		unit: null,
		roomId: null,
		sessionId: session.id,
		reason: timetableChanged,
		createdBy: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
		createdAt: ctx.now,
		endedAt: null,
	})
}

function columnsOf({ templateDate, start, end, terms }: SessionChange): Partial<NewSession> {
	const { provides, units, securityLevels, legalStatuses, ...plain } = terms
	return {
		templateDate,
		...(start && end ? { startsAt: start, endsAt: end } : {}),
		...plain,
		...(provides === undefined ? {} : { provides: [...provides] }),
		...(units === undefined ? {} : { units: units && [...units] }),
		...(securityLevels === undefined ? {} : { securityLevels: securityLevels && [...securityLevels] }),
		...(legalStatuses === undefined ? {} : { legalStatuses: legalStatuses && [...legalStatuses] }),
	}
}
