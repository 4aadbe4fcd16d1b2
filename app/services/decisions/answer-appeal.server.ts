import { type AppealOutcome, endsTheDecision } from '#app/domain/decisions/appeal.ts'
import { decisionMayBecome } from '#app/domain/decisions/decision.ts'
import { mayAnswerAppeal } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { type DecisionRow, lockDecision, updateDecision } from '#db/queries/decisions/decisions.ts'
import { insertAppealAnswer, selectParties, takeUpAppeals } from '#db/queries/decisions/parties.ts'
import type { Key } from '#db/queries/key.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { writeAudit } from '../audit.server.ts'
import { requireAnyOfficer } from '../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { endMeasure } from './end-measure.server.ts'
import { lockDecided } from './lock-decided.server.ts'
import type { Subject } from './subject.server.ts'

export interface AnswerAppealInput {
	/** The decision, or the application whose decision was appealed. */
	decision: Key | { application: Key }
	outcome: AppealOutcome
	reasons?: string
}

/**
 * The unit answers an appeal, or an officer records the region's answer to what was forwarded. What a reversed or annulled decision
 * put in place ends at once, and an application is to be decided anew. Every visitor who is a party is told. The same officer's same
 * answer again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no decision-maker there, related, or who decided or approved it), `wrong-state`
 * (no appeal waits for that answer)
 */
export async function answerAppeal(ctx: Ctx, input: AnswerAppealInput): Promise<DecisionRow> {
	const { outcome, reasons = '' } = input
	return transaction(ctx.db, async (tx) => {
		const { decision, subject, officerId } = await lockAppealed(tx, ctx, input.decision)
		if (!decisionMayBecome(decision.state, outcome)) return answeredBefore(tx, ctx, decision, outcome)
		await insertAppealAnswer(tx, {
			id: newId(ctx.now),
			decisionId: decision.id,
			outcome,
			reasons: reasons.trim(),
			answeredBy: officerId,
			answeredAt: ctx.now,
		})
		await writeAudit(tx, ctx, {
			action: 'decision.answer-appeal',
			facilityId: subject.facilityId,
			subjectKind: 'decision',
			subjectId: decision.id,
			detail: { outcome },
		})
		const answered = await updateDecision(tx, decision.id, { state: outcome })
		if (endsTheDecision(outcome)) await overturn(tx, ctx, subject, answered, officerId)
		else if (outcome === 'changed' && decision.outcome === 'refused')
			// A refusal can only be changed into a grant, and that is decided.
			await endMeasure(tx, ctx, subject, answered, 'answered')
		await tellParties(tx, ctx, decision)
		return answered
	})
}

/** The decision whose appeal is to be answered, locked with its case. @throws ServiceError `not-allowed`, who decided or approved it */
export async function lockAppealed(
	tx: DbOrTx,
	ctx: Ctx,
	key: AnswerAppealInput['decision'],
): Promise<{ decision: DecisionRow; subject: Subject; officerId: string }> {
	const { officerId } = requireAnyOfficer(ctx)
	const { decision: found, subject } = await lockDecided(tx, ctx, key)
	if (!mayAnswerAppeal(officerId, found, []))
		throw new ServiceError('not-allowed', 'Nobody answers an appeal against their own decision')
	return { decision: await lockDecision(tx, found.id), subject, officerId }
}

/** Ends what the decision put in place. A dismissal that is overturned leaves the late appeal to be answered. */
async function overturn(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	officerId: string,
): Promise<void> {
	await endMeasure(tx, ctx, subject, decision, 'answered')
	if (decision.dismissesId === null) return
	await lockDecision(tx, decision.dismissesId)
	await updateDecision(tx, decision.dismissesId, { state: 'appealed' })
	const taken = { takenUpAt: ctx.now, takenUpBy: officerId, ground: 'special-reasons' as const }
	await takeUpAppeals(tx, decision.dismissesId, taken)
}

async function tellParties(tx: DbOrTx, ctx: Ctx, { id, applicationId }: DecisionRow): Promise<void> {
	const parties = await selectParties(tx, id)
	await queueMessages(
		tx,
		parties.flatMap(({ visitorId }) =>
			visitorId === null
				? []
				: [
						{
							kind: 'appeal-answered' as const,
							toVisitorId: visitorId,
							decisionId: id,
							...(applicationId === null ? {} : { applicationId }),
							queuedAt: ctx.now,
						},
					],
		),
	)
}

async function answeredBefore(
	tx: DbOrTx,
	ctx: Ctx,
	decision: DecisionRow,
	outcome: AppealOutcome,
): Promise<DecisionRow> {
	const act = await lastActOn(tx, { kind: 'decision', id: decision.id }, ['decision.answer-appeal'])
	if (decision.state === outcome && isRepeatBy(ctx, act?.by ?? null)) return decision
	if (!act) throw new ServiceError('wrong-state', `No appeal waits for that answer: ${decision.state}`)
	throw await wrongState(tx, ctx, { what: 'appeal-answered', by: act.by, at: act.at })
}
