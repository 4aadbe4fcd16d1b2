import type { Pattern } from '#app/domain/funds/unusual-patterns.ts'
import { newId } from '#db/ids.ts'
import { insertPatternLook } from '#db/queries/funds/pattern-looks.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { unusualHere } from './unusual-here.server.ts'

export interface LookAtPatternInput {
	pattern: Pattern
	/** The payer's reference and the prisoner's number, as far as the pattern is about them. */
	payer: string | null
	prisoner: string | null
	/** What the officer makes of it. */
	note: string
}

/**
 * An officer notes an unusual pattern as looked at. It is shown again when there is more of it, or after its thirty days. Nothing
 * is refused for it.
 *
 * @throws ServiceError `not-allowed`, `incomplete` (no note), `not-found` (no such pattern, or looked at already)
 */
export async function lookAtPattern(ctx: Ctx, input: LookAtPatternInput): Promise<void> {
	const note = input.note.trim()
	if (note === '') throw new ServiceError('incomplete', 'It takes a note', ['note'])
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { officerId, facilityId } = requireOfficer(ctx, 'handle-money', ctx.actor.facilityId)
	await transaction(ctx.db, async (tx) => {
		const found = (await unusualHere(tx, facilityId, ctx.now)).find(
			({ pattern, payer, prisoner }) =>
				pattern === input.pattern &&
				(payer?.ref ?? null) === input.payer &&
				(prisoner?.number ?? null) === input.prisoner,
		)
		if (!found) throw new ServiceError('not-found', 'There is no such pattern')
		const { pattern, payerId, prisonerId, count } = found
		const id = newId(ctx.now)
		await insertPatternLook(tx, {
			...{ id, facilityId, pattern, payerId, prisonerId, count, note },
			lookedBy: officerId,
			lookedAt: ctx.now,
		})
		await audited(tx, ctx, {
			action: 'pattern.look',
			facilityId,
			subjectKind: 'pattern',
			subjectId: id,
			detail: { pattern, count },
		})
	})
}
