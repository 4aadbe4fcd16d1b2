import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { type EntryWithParty, selectEntry } from '#db/queries/waiting-list/read.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/**
 * A waiting-list entry that the visitor has made. Somebody else's does not exist for them.
 *
 * @throws ServiceError `not-allowed` (no visitor), `not-found`
 */
export async function findOwnEntry(db: DbOrTx, ctx: Ctx, key: Key): Promise<EntryWithParty> {
	const { visitorId } = requireVisitor(ctx)
	const entry = await selectEntry(db, key)
	if (entry?.createdBy !== visitorId) throw new ServiceError('not-found', 'There is no such waiting-list entry')
	return entry
}
