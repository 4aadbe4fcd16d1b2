import { nextReminder } from '#app/domain/decisions/reminders.ts'
import { selectDecision } from '#db/queries/decisions/decisions.ts'
import {
	lockHearing,
	selectHearingParties,
	selectNoticesToRemind,
	updateHearingParty,
} from '#db/queries/decisions/hearings.ts'
import { lockParty, selectLettersToRemind, updateParty } from '#db/queries/decisions/parties.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

const batch = 50

/** Alerts again to letters and notices that nobody has opened, once for each day that has come. Returns how many. */
export async function remindOfUnopened(ctx: Ctx): Promise<number> {
	let done = 0
	for (const id of await selectLettersToRemind(ctx.db, ctx.now, batch)) done += await remindOfLetter(ctx, id)
	for (const notice of await selectNoticesToRemind(ctx.db, ctx.now, batch)) done += await remindOfNotice(ctx, notice)
	return done
}

function remindOfLetter(ctx: Ctx, id: string): Promise<number> {
	return transaction(ctx.db, async (tx) => {
		const party = await lockParty(tx, id)
		if (!party?.remindAt || party.remindAt > ctx.now || !party.visitorId) return 0
		const decision = await selectDecision(tx, { id: party.decisionId })
		const reminders = party.reminders + 1
		await updateParty(tx, id, { reminders, remindAt: nextReminder(party.availableAt, reminders) })
		await queueMessages(tx, [
			{
				kind: 'decision-reminder',
				toVisitorId: party.visitorId,
				decisionId: party.decisionId,
				...(decision?.applicationId ? { applicationId: decision.applicationId } : {}),
				queuedAt: ctx.now,
			},
		])
		return 1
	})
}

/** Of a hearing that nobody can answer any more, no more is said. */
function remindOfNotice(ctx: Ctx, key: { hearingId: string; visitorId: string }): Promise<number> {
	return transaction(ctx.db, async (tx) => {
		const hearing = await lockHearing(tx, key.hearingId)
		const parties = await selectHearingParties(tx, hearing.id)
		const party = parties.find(({ visitorId }) => visitorId === key.visitorId)
		if (!party?.remindAt || party.remindAt > ctx.now) return 0
		const isOver = hearing.state === 'passed'
		const reminders = party.reminders + 1
		const remindAt = isOver ? null : nextReminder(hearing.createdAt, reminders)
		await updateHearingParty(tx, party, isOver ? { remindAt } : { reminders, remindAt })
		if (isOver) return 1
		await queueMessages(tx, [
			{
				kind: 'decision-reminder',
				toVisitorId: party.visitorId,
				hearingId: hearing.id,
				...(hearing.applicationId ? { applicationId: hearing.applicationId } : {}),
				queuedAt: ctx.now,
			},
		])
		return 1
	})
}
