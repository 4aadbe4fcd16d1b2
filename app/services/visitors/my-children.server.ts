import { selectChildren } from '#db/queries/visitors.ts'
import type { visitor } from '#db/schema/index.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** The children kept by the signed-in guardian's account, the eldest first. */
export async function myChildren(ctx: Ctx): Promise<(typeof visitor.$inferSelect)[]> {
	return selectChildren(ctx.db, requireVisitor(ctx).visitorId)
}
