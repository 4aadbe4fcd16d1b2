import { selectPermitByRef, selectPermitted, selectSessionId } from '#db/queries/bookings/visits.ts'
import { selectChildren, selectPermitsOf, selectVisitor } from '#db/queries/visitors.ts'
import type { facility, permit, prisoner, visitor } from '#db/schema/index.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Somebody whom the visitor, or a child of theirs, has a permit to visit. */
export interface VisitablePerson {
	/** The permit's reference: how pages name the person, and nothing of them. */
	ref: string
	prisonerId: string
	name: string
}

/** Whom the visitor may visit, with their own permit or a child's. */
export async function visitablePeople(ctx: Ctx): Promise<VisitablePerson[]> {
	const { visitorId } = requireVisitor(ctx)
	const children = await selectChildren(ctx.db, visitorId)
	const found = new Map<string, VisitablePerson>()
	for (const id of [visitorId, ...children.map((child) => child.id)]) {
		for (const row of await selectPermitsOf(ctx.db, id)) {
			if (!row.permit.channels.includes('visit') || found.has(row.prisoner.id)) continue
			const name = `${row.prisoner.givenName} ${row.prisoner.familyName}`
			found.set(row.prisoner.id, { ref: row.permit.ref, prisonerId: row.prisoner.id, name })
		}
	}
	return [...found.values()]
}

export interface PartyChoice {
	permit: typeof permit.$inferSelect
	prisoner: typeof prisoner.$inferSelect
	facility: typeof facility.$inferSelect
	/** The visitor and their children with a permit for this person, the eldest first. */
	mayCome: (typeof visitor.$inferSelect)[]
	/** Children of theirs who have no permit for this person yet. */
	withoutPermit: (typeof visitor.$inferSelect)[]
	me: typeof visitor.$inferSelect
}

/** Who may come along to the person whom a permit's reference names. @throws ServiceError `not-found` */
export async function partyChoice(ctx: Ctx, permitRef: string): Promise<PartyChoice> {
	const { visitorId } = requireVisitor(ctx)
	const found = await selectPermitByRef(ctx.db, permitRef)
	const me = await selectVisitor(ctx.db, visitorId)
	const children = await selectChildren(ctx.db, visitorId)
	const own = [visitorId, ...children.map((child) => child.id)]
	if (!found || !me || !own.includes(found.permit.visitorId))
		throw new ServiceError('not-found', 'There is no such permit')
	const permitted = await selectPermitted(ctx.db, found.prisoner.id, own)
	const ids = new Set(permitted.map((one) => one.visitor.id))
	return {
		...found,
		me,
		mayCome: permitted.map((one) => one.visitor),
		withoutPermit: children.filter((child) => !ids.has(child.id)),
	}
}

/** The id of a session by its reference. @throws ServiceError `not-found` */
export async function sessionIdByRef(ctx: Ctx, ref: string): Promise<string> {
	const id = await selectSessionId(ctx.db, ref)
	if (!id) throw new ServiceError('not-found', 'There is no such session')
	return id
}
