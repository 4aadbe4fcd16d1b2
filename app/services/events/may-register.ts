import { type Deed, mayDo } from '#app/domain/access/permissions.ts'
import { isRelated } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectRelatedOfficers } from '#db/queries/applications/read.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/**
 * The register's own imports and due work come from the system; else it takes an officer who may do the deed in that facility.
 * What concerns every facility (null) takes a role that is held everywhere.
 *
 * @throws ServiceError `not-allowed`
 */
export function requireRegistrar(ctx: Ctx, deed: Deed, facilityId: string | null): void {
	const { actor } = ctx
	if (actor.kind === 'system') return
	if (facilityId !== null) {
		requireOfficer(ctx, deed, facilityId)
		return
	}
	const everywhere = actor.kind === 'officer' ? actor.grants.filter((grant) => grant.facilityId === null) : []
	if (
		!mayDo(
			everywhere.map(({ role }) => role),
			deed,
		)
	)
		throw new ServiceError('not-allowed', `Takes a role everywhere: ${deed}`)
}

/** Nobody decides about people close to them (forvaltningsloven § 6). @throws ServiceError `not-allowed` */
export async function requireUnrelated(db: DbOrTx, ctx: Ctx, visitorIds: readonly string[]): Promise<void> {
	if (ctx.actor.kind !== 'officer') return
	const relatedOfficerIds = await selectRelatedOfficers(db, visitorIds)
	if (isRelated(ctx.actor.officerId, [{ relatedOfficerIds }]))
		throw new ServiceError('not-allowed', 'Nobody decides about their own')
}
