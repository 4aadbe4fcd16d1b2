import type { Permission } from '#app/domain/access/permissions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/key.ts'
import { type PrisonerRow, selectPrisoner } from '#db/queries/prisoners.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/**
 * The prisoner whom an event is about, locked with all who are kept apart from them, as they are under the lock.
 *
 * @throws ServiceError `not-found`, or `not-allowed` for an officer without the role where the prisoner is
 */
export async function prisonerUnderLock(tx: DbOrTx, ctx: Ctx, key: Key, permission: Permission): Promise<PrisonerRow> {
	const id = 'id' in key ? key.id : (await selectPrisoner(tx, key))?.id
	if (id !== undefined) await lockPrisoners(tx, [id])
	const prisoner = id === undefined ? null : await selectPrisoner(tx, { id })
	if (!prisoner) throw new ServiceError('not-found', 'There is no such prisoner')
	requireOfficerOrSystem(ctx, permission, prisoner.facilityId)
	return prisoner
}
