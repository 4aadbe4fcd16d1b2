import { isAcknowledged } from '#app/domain/funds/acknowledged-alerts.ts'
import type { Pattern } from '#app/domain/funds/unusual-patterns.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { type AlertAcknowledgementRow, insertAlertAcknowledgement } from '#db/queries/funds/alert-acknowledgements.ts'
import { lockFacility } from '#db/queries/timetable/closures.ts'
import { writeAudit } from '../../audit.server.ts'
import { requireOfficerHere } from '../../authorise.ts'
import { isRepeatBy, wrongState } from '../../conflict.server.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { transaction } from '../../transaction.server.ts'
import { patternsHere } from './internal.server.ts'

export interface AcknowledgeAlertInput {
	pattern: Pattern
	/** The payer's reference and the prisoner's number, as far as the pattern is about them. */
	payer: string | null
	prisoner: string | null
	/** What the officer makes of it. */
	note: string
}

/**
 * An officer notes an unusual pattern as looked at. It is shown again when there is more of it, or after its thirty days. Nothing
 * is refused for it. Noted by the same officer in the same words before, it stays so.
 *
 * @throws ServiceError `not-allowed`, `incomplete` (no note), `not-found` (no such pattern), `wrong-state`
 * (a colleague has looked at it)
 */
export async function acknowledgeAlert(ctx: Ctx, input: AcknowledgeAlertInput): Promise<void> {
	const note = input.note.trim()
	if (note === '') throw new ServiceError('incomplete', 'It takes a note', ['note'])
	const { officerId, facilityId } = requireOfficerHere(ctx, 'handle-funds')
	await transaction(ctx.db, async (tx) => {
		await lockFacility(tx, facilityId)
		const { patterns, acknowledgements } = await patternsHere(tx, facilityId, ctx.now)
		const found = patterns.find(
			({ pattern, payer, prisoner }) =>
				pattern === input.pattern &&
				(payer?.ref ?? null) === input.payer &&
				(prisoner?.number ?? null) === input.prisoner,
		)
		if (!found) throw new ServiceError('not-found', 'There is no such pattern')
		const { pattern, payerId, prisonerId, count } = found
		if (isAcknowledged(found, acknowledgements)) return notedBefore(tx, ctx, found, acknowledgements, note)
		const id = newId(ctx.now)
		await insertAlertAcknowledgement(tx, {
			...{ id, facilityId, pattern, payerId, prisonerId, count, note },
			acknowledgedBy: officerId,
			acknowledgedAt: ctx.now,
		})
		await writeAudit(tx, ctx, {
			action: 'alert.acknowledge',
			facilityId,
			subjectKind: 'alert',
			subjectId: id,
			detail: { pattern, count },
		})
	})
}

/** Nothing, where the same officer noted the same. @throws ServiceError `wrong-state` otherwise */
async function notedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	{ pattern, payerId, prisonerId }: Pick<AlertAcknowledgementRow, 'pattern' | 'payerId' | 'prisonerId'>,
	acknowledgements: readonly AlertAcknowledgementRow[],
	note: string,
): Promise<void> {
	const [last] = acknowledgements
		.filter((one) => one.pattern === pattern && one.payerId === payerId && one.prisonerId === prisonerId)
		.sort((one, other) => other.acknowledgedAt.getTime() - one.acknowledgedAt.getTime())
	const by = last ? ({ kind: 'officer', id: last.acknowledgedBy } as const) : null
	if (last?.note === note && isRepeatBy(ctx, by)) return
	const subject = { kind: 'funds', ref: '' } as const
	throw await wrongState(tx, ctx, { what: 'pattern-acknowledged', by, at: last?.acknowledgedAt ?? null, subject })
}
