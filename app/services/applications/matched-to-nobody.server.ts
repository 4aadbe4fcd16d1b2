import type { Permission } from '#app/domain/access/permissions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { ApplicationRow } from '#db/queries/applications/write.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import type { ServiceError } from '../errors.ts'
import { applicationConflict, lastActOnApplication } from './conflict.server.ts'

/** `wrong-state` of an application that is matched to nobody, with who unlinked it; `not-allowed` without the permission. */
export async function matchedToNobody(
	tx: DbOrTx,
	ctx: Ctx,
	permission: Permission,
	application: ApplicationRow,
): Promise<ServiceError> {
	requireOfficerHere(ctx, permission)
	const act = await lastActOnApplication(tx, application, ['application.unlink'])
	return applicationConflict(tx, ctx, application, act)
}
