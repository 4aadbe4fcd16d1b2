import { localDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	type HearingPartyRow,
	type HearingRow,
	lockHearing,
	selectHearing,
	selectHearingParties,
	updateHearingParty,
	updateHearingState,
} from '#db/queries/decisions/hearings.ts'
import type { Key } from '#db/queries/key.ts'
import { writeAudit } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireText } from '../require-text.ts'
import { transaction } from '../transaction.server.ts'

/**
 * A party answers a hearing's notice, which opens it. Until the last day each party may, also after another has. The same words
 * again change nothing.
 *
 * @throws ServiceError `not-found` (no notice to them), `incomplete` (no words), `wrong-state` (answered in other words, or its last
 * day is over)
 */
export async function respond(ctx: Ctx, input: { hearing: Key; text: string }): Promise<HearingRow> {
	return transaction(ctx.db, async (tx) => {
		const { hearing, party } = await lockNotice(tx, ctx, input.hearing)
		const answer = requireText('text', input.text)
		if (party.answer !== null) {
			if (party.answer === answer && ctx.isOwnRequest !== true) return hearing
			const by = { kind: 'visitor', id: party.visitorId } as const
			throw await wrongState(tx, ctx, { what: 'hearing-answered', by, at: party.answeredAt })
		}
		const isOver = hearing.answerUntil === null || localDate(ctx.now) > hearing.answerUntil
		if (isOver || hearing.state === 'passed' || hearing.state === 'omitted')
			throw await wrongState(tx, ctx, { what: 'hearing-over', by: null, at: null })
		await markNoticeOpened(tx, ctx, party)
		await updateHearingParty(tx, party, { answer, answeredAt: ctx.now })
		await writeAudit(tx, ctx, { action: 'hearing.answer', subjectKind: 'hearing', subjectId: hearing.id })
		return updateHearingState(tx, hearing.id, 'answered')
	})
}

/** A party's own notice, locked. @throws ServiceError `not-found` */
export async function lockNotice(
	tx: DbOrTx,
	ctx: Ctx,
	key: Key,
): Promise<{ hearing: HearingRow; party: HearingPartyRow }> {
	const { visitorId } = requireVisitor(ctx)
	const found = await selectHearing(tx, key)
	const hearing = found && (await lockHearing(tx, found.id))
	const parties = hearing ? await selectHearingParties(tx, hearing.id) : []
	const party = parties.find((one) => one.visitorId === visitorId)
	if (!hearing || !party) throw new ServiceError('not-found', 'There is no such notice')
	return { hearing, party }
}

/** Logs once who opened their notice and when. */
export async function markNoticeOpened(tx: DbOrTx, ctx: Ctx, party: HearingPartyRow): Promise<void> {
	if (party.openedAt !== null) return
	await updateHearingParty(tx, party, { openedAt: ctx.now, remindAt: null })
	await writeAudit(tx, ctx, { action: 'hearing.open', subjectKind: 'hearing', subjectId: party.hearingId })
}
