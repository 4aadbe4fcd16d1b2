import { localDate } from '#app/domain/calendar/oslo.ts'
import { type LateAppealGround, mayTakeUp } from '#app/domain/decisions/appeal.ts'
import { type DecisionRow, selectDraft, updateDecision } from '#db/queries/decisions/decisions.ts'
import { selectAppeals, takeUpAppeals } from '#db/queries/decisions/parties.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type AnswerAppealInput, lockAppealed } from './answer-appeal.server.ts'

export interface TakeUpInput extends Pick<AnswerAppealInput, 'decision'> {
	ground?: LateAppealGround
}

/**
 * A late appeal is taken up, because the delay is excused or for special reasons (forvaltningsloven § 31); it then waits for an
 * answer as any other. Taken up by the same officer before, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed` (as `answerAppeal`), `wrong-state` (no late appeal waits), `incomplete` (no
 * ground, or it came more than a year after the decision)
 */
export async function takeUpAppeal(ctx: Ctx, input: TakeUpInput): Promise<DecisionRow> {
	return transaction(ctx.db, async (tx) => {
		const { decision, subject, officerId } = await lockAppealed(tx, ctx, input.decision)
		if (decision.state !== 'appealed-late') {
			const act = await lastActOn(tx, { kind: 'decision', id: decision.id }, ['decision.take-up'])
			if (decision.state === 'appealed' && isRepeatBy(ctx, act?.by ?? null)) return decision
			if (!act) throw new ServiceError('wrong-state', `No late appeal waits: ${decision.state}`)
			throw await wrongState(tx, ctx, { what: 'appeal-taken-up', by: act.by, at: act.at })
		}
		const [appeal] = await selectAppeals(tx, decision.id)
		const isInTime = appeal && decision.sentAt && mayTakeUp(localDate(decision.sentAt), localDate(appeal.receivedAt))
		if (!input.ground || !isInTime)
			throw new ServiceError('incomplete', 'It takes a ground, and never more than a year', ['ground'])
		await takeUpAppeals(tx, decision.id, { takenUpAt: ctx.now, takenUpBy: officerId, ground: input.ground })
		await writeAudit(tx, ctx, {
			action: 'decision.take-up',
			facilityId: subject.facilityId,
			subjectKind: 'decision',
			subjectId: decision.id,
			detail: { ground: input.ground },
		})
		// A dismissal that waited for a second officer is no more.
		const dismissal = await selectDraft(tx, { dismissesId: decision.id }, false)
		if (dismissal) await updateDecision(tx, dismissal.id, { endedAt: ctx.now })
		return updateDecision(tx, decision.id, { state: 'appealed' })
	})
}
