import { randomUUID } from 'node:crypto'
import { foldedName } from '#app/domain/fold-name.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newRef } from '#db/ids.ts'
import { insertAudit } from '#db/queries/audit.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import { insertPrisoners } from '#db/queries/prisoners.ts'
import { auditEntry } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

/**
 * Adds prisoners whom the register names for the first time. Nobody has visits to look at then. Answers those that were added;
 * a number that somebody has by now is left as it is.
 *
 * @throws ServiceError `not-allowed`
 */
export async function addPrisoners(ctx: Ctx, rows: readonly RegisterRow[]): Promise<PrisonerRow[]> {
	if (rows.length === 0) return []
	for (const facilityId of new Set(rows.map((row) => row.facilityId)))
		requireOfficerOrSystem(ctx, 'register-events', facilityId)
	return transaction(ctx.db, async (tx) => {
		const added = await insertPrisoners(tx, rows.map(newPrisoner))
		await writeAdded(tx, ctx, added)
		return added
	})
}

function newPrisoner({ line: _, validFrom, ...row }: RegisterRow) {
	return { ...row, id: randomUUID(), ref: newRef(), foldedName: foldedName(row), knownFrom: validFrom }
}

async function writeAdded(tx: DbOrTx, ctx: Ctx, added: readonly PrisonerRow[]): Promise<void> {
	await insertAudit(
		tx,
		added.map(({ id, facilityId }) =>
			auditEntry(ctx, { action: 'prisoner.add', facilityId, subjectKind: 'prisoner', subjectId: id }),
		),
	)
}
