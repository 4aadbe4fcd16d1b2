import { hasPermission, type Permission } from '#app/domain/access/permissions.ts'
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

/** The signed-in officer, who may do the use case in that facility; anyone else may not. */
export function requireOfficer(ctx: Ctx, permission: Permission, facilityId: string): OfficerActor {
	const { actor } = ctx
	if (actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const roles = rolesIn(actor.grants, facilityId)
	if (!hasPermission(roles, permission))
		throw new ServiceError('not-allowed', `Not within the officer's roles there: ${permission}`, [], {
			isElsewhere: roles.length === 0,
		})
	return actor
}

/** The signed-in officer, whatever they may do. @throws ServiceError `not-allowed` */
export function requireAnyOfficer(ctx: Ctx): OfficerActor {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return ctx.actor
}

/** The signed-in officer, who may do the use case in the facility where they work now. @throws ServiceError `not-allowed` */
export function requireOfficerHere(ctx: Ctx, permission: Permission): OfficerActor {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return requireOfficer(ctx, permission, ctx.actor.facilityId)
}

/**
 * The register's own imports and due work come from the system; else it takes an officer who may do the use case in that facility.
 * What concerns every facility (null) takes a role that is held everywhere.
 *
 * @throws ServiceError `not-allowed`
 */
export function requireOfficerOrSystem(ctx: Ctx, permission: Permission, facilityId: string | null): void {
	const { actor } = ctx
	if (actor.kind === 'system') return
	if (facilityId !== null) {
		requireOfficer(ctx, permission, facilityId)
		return
	}
	const everywhere = actor.kind === 'officer' ? actor.grants.filter((grant) => grant.facilityId === null) : []
	if (
		!hasPermission(
			everywhere.map(({ role }) => role),
			permission,
		)
	)
		throw new ServiceError('not-allowed', `Takes a role everywhere: ${permission}`)
}
