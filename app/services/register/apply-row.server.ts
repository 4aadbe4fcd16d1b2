import { classifyRow, type RowOutcome } from '#app/domain/register/classify-row.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import type { Ctx } from '../context.ts'
import { changeWithin } from '../prisoners/change-prisoner.server.ts'
import { prisonerUnderLock } from '../prisoners/prisoner-under-lock.server.ts'
import { setCustodyWithin } from '../prisoners/set-custody.server.ts'
import { transferWithin } from '../prisoners/transfer-prisoner.server.ts'
import { transaction } from '../transaction.server.ts'
import { correctPersonWithin } from './correct-person.server.ts'

/**
 * Carries a changed row out by the same use cases as an officer's events, in one transaction, judged once more under the lock: an
 * officer may have been there in the meantime. The transfer comes last, for who sends away speaks of the prisoner only until then.
 *
 * @throws ServiceError `not-allowed`, `busy`
 */
export async function applyRow(
	ctx: Ctx,
	id: string,
	row: RegisterRow,
	senderScope: string | null,
): Promise<{ verdict: RowOutcome; prisoner: PrisonerRow }> {
	return transaction(ctx.db, async (tx) => {
		const before = await prisonerUnderLock(tx, ctx, { id }, 'register-events')
		const verdict = classifyRow(row, before, senderScope)
		if (verdict !== 'changed') return { verdict, prisoner: before }
		const { facilityId, unit, securityLevel, legalStatus, custody, validFrom: knownFrom } = row
		const prisoner = { id }
		const moves = facilityId !== before.facilityId
		await correctPersonWithin(tx, ctx, id, row)
		await setCustodyWithin(tx, ctx, { prisoner, custody, knownFrom })
		await changeWithin(tx, ctx, {
			prisoner,
			...(moves ? {} : { unit, securityLevel }),
			...{ legalStatus, knownFrom },
		})
		if (moves) await transferWithin(tx, ctx, { prisoner, to: facilityId, unit, securityLevel, knownFrom })
		const after = await selectPrisoner(tx, prisoner)
		return { verdict, prisoner: after ?? before }
	})
}
