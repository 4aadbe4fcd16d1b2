import { localDate } from '#app/domain/calendar/oslo.ts'
import { stateAfterAppeal } from '#app/domain/decisions/appeal.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { type DecisionRow, updateDecision } from '#db/queries/decisions/decisions.ts'
import { type AppealRow, insertAppeal, type PartyRow, selectAppeals } from '#db/queries/decisions/parties.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { writeAudit } from '../audit.server.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { requireText } from '../require-text.ts'
import { transaction } from '../transaction.server.ts'
import { type LetterKey, lockLetter } from './find-letter.server.ts'
import { markOpened } from './open-letter.server.ts'

export interface AppealInput extends LetterKey {
	/** What is wrong with the decision; of a late appeal also why it is late. */
	text: string
}

/**
 * A party appeals, or an officer records that the prisoner does. It opens the letter, and who appeals gets a receipt. After the
 * party's last day it is received as late, for an officer to take up or dismiss. The same words again change nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no words), `wrong-state` (appealed in other words, or answered
 * for good)
 */
export async function appealDecision(
	ctx: Ctx,
	{ text: written, ...key }: AppealInput,
): Promise<{ decision: DecisionRow; party: PartyRow; appeal: AppealRow }> {
	return transaction(ctx.db, async (tx) => {
		const found = await lockLetter(tx, ctx, key)
		const text = requireText('text', written)
		const before = (await selectAppeals(tx, found.decision.id)).find(({ partyId }) => partyId === found.party.id)
		if (before) return appealedBefore(tx, ctx, found, before, text)
		const { decision, party } = await markOpened(tx, ctx, found.decision, found.party)
		const late = party.appealUntil !== null && localDate(ctx.now) > party.appealUntil
		const state = stateAfterAppeal(decision.state, late)
		if (state === null) throw await wrongState(tx, ctx, { what: 'appeal-answered', by: null, at: null })
		const appeal = await insertAppeal(tx, {
			id: newId(ctx.now),
			decisionId: decision.id,
			partyId: party.id,
			text,
			receivedAt: ctx.now,
			late,
		})
		await writeAudit(tx, ctx, {
			action: 'decision.appeal',
			subjectKind: 'decision',
			subjectId: decision.id,
			detail: { appeal: appeal.id, party: party.id, late },
		})
		if (party.visitorId !== null) await queueReceipt(tx, ctx, decision, party.visitorId)
		return { decision: await updateDecision(tx, decision.id, { state }), party, appeal }
	})
}

async function appealedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	{ decision, party }: { decision: DecisionRow; party: PartyRow },
	appeal: AppealRow,
	text: string,
): Promise<{ decision: DecisionRow; party: PartyRow; appeal: AppealRow }> {
	if (appeal.text === text && ctx.isOwnRequest !== true) return { decision, party, appeal }
	const by = party.visitorId === null ? null : ({ kind: 'visitor', id: party.visitorId } as const)
	throw await wrongState(tx, ctx, { what: 'appeal-received', by, at: appeal.receivedAt })
}

async function queueReceipt(
	tx: DbOrTx,
	ctx: Ctx,
	{ id, applicationId }: DecisionRow,
	visitorId: string,
): Promise<void> {
	await queueMessages(tx, [
		{
			kind: 'appeal-received',
			toVisitorId: visitorId,
			decisionId: id,
			...(applicationId === null ? {} : { applicationId }),
			queuedAt: ctx.now,
		},
	])
}
