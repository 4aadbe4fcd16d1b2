import { type OwnEntry, selectOwnEntries } from '#db/queries/waiting-list/read.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** The visitor's own waiting-list entries, with what is on offer to each now. @throws ServiceError `not-allowed` */
export async function myEntries(ctx: Ctx): Promise<OwnEntry[]> {
	const { visitorId } = requireVisitor(ctx)
	return selectOwnEntries(ctx.db, visitorId, ctx.now)
}
