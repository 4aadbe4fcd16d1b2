import { needsSecondOfficer } from '#app/domain/decisions/kinds.ts'
import { newId, newRef } from '#db/ids.ts'
import { type DecisionRow, insertDecision, selectDraft } from '#db/queries/decisions/decisions.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireText } from '../require-text.ts'
import { transaction } from '../transaction.server.ts'
import { type AnswerAppealInput, lockAppealed } from './answer-appeal.server.ts'
import { sendDecision } from './send.server.ts'

export interface DismissInput extends Pick<AnswerAppealInput, 'decision'> {
	reason: string
}

/** Forvaltningsloven § 33 second paragraph: what does not meet the conditions is dismissed. */
const rule = 'Forvaltningsloven §§ 31, 33'

/**
 * Drafts the dismissal of a late appeal: a decision of its own, with its own second officer, letter and appeal. The late appeal is
 * dismissed when it is sent. The same officer's same reason again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed` (as `answerAppeal`), `incomplete` (no reason), `wrong-state` (no late appeal
 * waits, or a dismissal is drafted already)
 */
export async function dismissAppeal(ctx: Ctx, input: DismissInput): Promise<DecisionRow> {
	return transaction(ctx.db, async (tx) => {
		const { decision, subject, officerId } = await lockAppealed(tx, ctx, input.decision)
		if (decision.state !== 'appealed-late')
			throw new ServiceError('wrong-state', `No late appeal waits: ${decision.state}`)
		const facts = requireText('reason', input.reason)
		const before = await selectDraft(tx, { dismissesId: decision.id }, false)
		if (before) {
			const by = { kind: 'officer', id: before.draftedBy } as const
			if (before.facts === facts && isRepeatBy(ctx, by)) return before
			throw await wrongState(tx, ctx, { what: 'appeal-dismissed', by, at: before.draftedAt })
		}
		const drafted = await insertDecision(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			dismissesId: decision.id,
			outcome: 'appeal-dismissed',
			state: 'drafted',
			rule,
			facts,
			applicationVersion: subject.application?.application.version ?? null,
			draftedBy: officerId,
			draftedAt: ctx.now,
		})
		await writeAudit(tx, ctx, {
			action: 'decision.dismiss-appeal',
			facilityId: subject.facilityId,
			subjectKind: 'decision',
			subjectId: decision.id,
			detail: { dismissal: drafted.id },
		})
		const isForTwo = needsSecondOfficer('appeal-dismissed', subject.policy, { isAgainstChecks: false })
		return isForTwo ? drafted : sendDecision(tx, ctx, subject, drafted, null)
	})
}
