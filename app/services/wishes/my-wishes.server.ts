import { type OwnWish, selectOwnWishes } from '#db/queries/wishes/read.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** The visitor's own wishes, with what is on offer to each now. @throws ServiceError `not-allowed` */
export async function myWishes(ctx: Ctx): Promise<OwnWish[]> {
	const { visitorId } = requireVisitor(ctx)
	return selectOwnWishes(ctx.db, visitorId, ctx.now)
}
