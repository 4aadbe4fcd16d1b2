import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { selectWish, type WishWithParty } from '#db/queries/wishes/read.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/**
 * A wish that the visitor has made. Somebody else's does not exist for them.
 *
 * @throws ServiceError `not-allowed` (no visitor), `not-found`
 */
export async function findOwnWish(db: DbOrTx, ctx: Ctx, key: Key): Promise<WishWithParty> {
	const { visitorId } = requireVisitor(ctx)
	const wish = await selectWish(db, key)
	if (wish?.madeBy !== visitorId) throw new ServiceError('not-found', 'There is no such wish')
	return wish
}
