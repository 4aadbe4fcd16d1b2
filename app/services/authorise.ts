import { type Deed, mayDo } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import type { Actor, Ctx } from './context.ts'
import { ServiceError } from './errors.ts'

export type VisitorActor = Extract<Actor, { kind: 'visitor' }>
export type OfficerActor = Extract<Actor, { kind: 'officer' }>

/** The signed-in visitor; anyone else may not do this. */
export function requireVisitor(ctx: Ctx): VisitorActor {
	if (ctx.actor.kind !== 'visitor') throw new ServiceError('not-allowed', 'Only a visitor does this')
	return ctx.actor
}

/** The signed-in officer, who may do the deed in that facility; anyone else may not. */
export function requireOfficer(ctx: Ctx, deed: Deed, facilityId: string): OfficerActor {
	const { actor } = ctx
	if (actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	if (!mayDo(rolesIn(actor.grants, facilityId), deed))
		throw new ServiceError('not-allowed', `Not within the officer's roles there: ${deed}`)
	return actor
}
