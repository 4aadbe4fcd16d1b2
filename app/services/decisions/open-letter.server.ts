import { localDate } from '#app/domain/calendar/oslo.ts'
import { appealDays, appealDeadline } from '#app/domain/decisions/appeal-deadline.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type DecisionRow, updateDecision } from '#db/queries/decisions/decisions.ts'
import { type PartyRow, updateParty } from '#db/queries/decisions/parties.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { type LetterKey, lockLetter } from './find-letter.server.ts'

/**
 * A party opens their letter, or an officer records that the prisoner got theirs. Logged with who and when, once; the prisoner's
 * days to appeal begin with it. Opened before, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed`
 */
export async function openLetter(ctx: Ctx, key: LetterKey): Promise<{ decision: DecisionRow; party: PartyRow }> {
	return transaction(ctx.db, async (tx) => {
		const { decision, party } = await lockLetter(tx, ctx, key)
		return markOpened(tx, ctx, decision, party)
	})
}

/** The same for a letter that is locked. */
export async function markOpened(
	tx: DbOrTx,
	ctx: Ctx,
	decision: DecisionRow,
	party: PartyRow,
): Promise<{ decision: DecisionRow; party: PartyRow }> {
	if (party.openedAt !== null) return { decision, party }
	const reached = appealDeadline(localDate(ctx.now), appealDays.case)
	const opened = await updateParty(tx, party.id, {
		openedAt: ctx.now,
		remindAt: null,
		appealUntil: party.appealUntil ?? reached,
	})
	await writeAudit(tx, ctx, {
		action: 'decision.open',
		subjectKind: 'decision',
		subjectId: decision.id,
		detail: { party: party.id },
	})
	const state = decision.state === 'sent' ? 'opened' : decision.state
	const first = { state, openedAt: decision.openedAt ?? ctx.now }
	return { decision: await updateDecision(tx, decision.id, first), party: opened }
}
