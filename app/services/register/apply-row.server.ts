import { classifyRow, type RowOutcome } from '#app/domain/register/classify-row.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import type { Ctx } from '../context.ts'
import { prisonerUnderLock } from '../prisoners/prisoner-under-lock.server.ts'
import { recordEvents } from '../prisoners/record-events.server.ts'
import { transaction } from '../transaction.server.ts'
import { rowEvents } from './row-events.ts'

/**
 * Carries a changed row out as the events that an officer would record, in one act, classified once more under the lock: an
 * officer may have been there in the meantime.
 *
 * @throws ServiceError `not-allowed`, `busy`
 */
export async function applyRow(
	ctx: Ctx,
	id: string,
	row: RegisterRow,
	senderScope: string | null,
): Promise<{ outcome: RowOutcome; prisoner: PrisonerRow }> {
	return transaction(ctx.db, async (tx) => {
		const before = await prisonerUnderLock(tx, ctx, { id }, 'register-events')
		const outcome = classifyRow(row, before, senderScope)
		if (outcome !== 'changed') return { outcome, prisoner: before }
		const { prisoner } = await recordEvents(tx, ctx, before, rowEvents(before, row), row.validFrom)
		return { outcome, prisoner }
	})
}
