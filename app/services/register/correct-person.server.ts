import type { RegisterRow } from '#app/domain/register/row.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { updatePrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { prisonerUnderLock } from '../prisoners/prisoner-under-lock.server.ts'
import { foldedOf } from './add-prisoners.server.ts'

const fields = ['givenName', 'familyName', 'born', 'language'] as const

/** A prisoner's name, birth date or language as the register has it now. No rule of a visit asks about them. */
export async function correctPersonWithin(tx: DbOrTx, ctx: Ctx, id: string, row: RegisterRow): Promise<void> {
	const before = await prisonerUnderLock(tx, ctx, { id }, 'register-events')
	const { givenName, familyName, born, language: said, validFrom } = row
	const after = { givenName, familyName, born, language: said ?? before.language }
	const changed = fields.filter((field) => after[field] !== before[field])
	if (changed.length === 0) return
	await updatePrisoner(tx, id, { ...after, foldedName: foldedOf(row) }, validFrom)
	await writeAudit(tx, ctx, {
		action: 'prisoner.correct',
		facilityId: before.facilityId,
		subjectKind: 'prisoner',
		subjectId: id,
		detail: { fields: changed },
	})
}
