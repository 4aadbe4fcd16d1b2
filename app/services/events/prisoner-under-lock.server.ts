import type { Deed } from '#app/domain/access/permissions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { type PrisonerRow, selectPrisoner } from '#db/queries/events/prisoners.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireRegistrar } from './may-register.ts'

/**
 * The prisoner whom an event is about, locked with all who are kept apart from them, as they are under the lock.
 *
 * @throws ServiceError `not-found`, or `not-allowed` for an officer without the role where the prisoner is
 */
export async function prisonerUnderLock(tx: DbOrTx, ctx: Ctx, key: Key, deed: Deed): Promise<PrisonerRow> {
	const found = await selectPrisoner(tx, key)
	if (found) await lockPrisoners(tx, [found.id])
	const prisoner = found && (await selectPrisoner(tx, { id: found.id }))
	if (!prisoner) throw new ServiceError('not-found', 'There is no such prisoner')
	requireRegistrar(ctx, deed, prisoner.facilityId)
	return prisoner
}
