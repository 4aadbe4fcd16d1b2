import { isRelated } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectRelatedOfficers } from '#db/queries/applications/read.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Nobody decides about people close to them (forvaltningsloven § 6). @throws ServiceError `not-allowed` */
export async function requireUnrelated(db: DbOrTx, ctx: Ctx, visitorIds: readonly string[]): Promise<void> {
	if (ctx.actor.kind !== 'officer') return
	const relatedOfficerIds = await selectRelatedOfficers(db, visitorIds)
	if (isRelated(ctx.actor.officerId, [{ relatedOfficerIds }]))
		throw new ServiceError('not-allowed', 'Nobody decides about their own')
}
