import { fullName } from '#app/domain/person-name.ts'
import {
	type OwnPerson,
	type PermittedParty,
	selectPermittedParty,
	selectSessionId,
} from '#db/queries/bookings/visits.ts'
import { selectChildren, selectPermitsOf } from '#db/queries/visitors.ts'
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
			const name = fullName(row.prisoner)
			found.set(row.prisoner.id, { ref: row.permit.ref, prisonerId: row.prisoner.id, name })
		}
	}
	return [...found.values()]
}

export interface PartyChoice {
	prisoner: PermittedParty['prisoner']
	/** The visitor and their children with a permit for this person, the eldest first. */
	mayCome: OwnPerson[]
	/** Children of theirs who have no permit for this person yet. */
	withoutPermit: OwnPerson[]
	me: OwnPerson
	/** Of the session that was chosen; null when none was, or there is none of that reference. */
	sessionId: string | null
}

/**
 * Who may come along to the person whom a permit's reference names, and the session that a form names by its own: looked up
 * together.
 *
 * @throws ServiceError `not-found` (no such permit)
 */
export async function partyChoice(ctx: Ctx, permitRef: string, sessionRef: string | null = null): Promise<PartyChoice> {
	const { visitorId } = requireVisitor(ctx)
	return choiceIn(await selectPermittedParty(ctx.db, { permitRef, visitorId, sessionRef }), visitorId)
}

/** The choice that a visitor has, of what was read. @throws ServiceError `not-found` (no such permit, or not one of theirs) */
export function choiceIn(found: PermittedParty | null, visitorId: string): PartyChoice {
	const me = found?.own.find((one) => one.id === visitorId)
	if (!found || !me || !found.own.some((one) => one.id === found.permitOf))
		throw new ServiceError('not-found', 'There is no such permit')
	return {
		prisoner: found.prisoner,
		me,
		sessionId: found.sessionId,
		mayCome: found.own.filter((one) => one.permitted),
		withoutPermit: found.own.filter((one) => !one.permitted && one !== me),
	}
}

/** Those who were chosen, by reference, and may come. */
export function chosenOf({ mayCome }: PartyChoice, refs: readonly string[]): OwnPerson[] {
	return mayCome.filter((one) => refs.includes(one.ref))
}

/** The id of a session by its reference. @throws ServiceError `not-found` */
export async function sessionIdByRef(ctx: Ctx, ref: string): Promise<string> {
	const id = await selectSessionId(ctx.db, ref)
	if (!id) throw new ServiceError('not-found', 'There is no such session')
	return id
}
