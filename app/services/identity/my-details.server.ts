import { findVisitorDetails, type VisitorDetails } from '#db/queries/identity/accounts.ts'
import type { VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** What we hold about the signed-in visitor as a person. */
export async function myDetails(ctx: Ctx & { actor: VisitorActor }): Promise<VisitorDetails> {
	const details = await findVisitorDetails(ctx.db, ctx.actor.visitorId)
	if (!details) throw new ServiceError('not-found', 'The visitor is gone')
	return details
}
