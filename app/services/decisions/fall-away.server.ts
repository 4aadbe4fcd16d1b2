import { localDate } from '#app/domain/calendar/oslo.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { type DecisionRow, lockDecision, selectDecision, selectOverMeasures } from '#db/queries/decisions/decisions.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { type EndedBecause, endMeasure } from './end-measure.server.ts'
import { partyIdsOf } from './send.server.ts'
import { readSubject, subjectKeyOf } from './subject.server.ts'

const batch = 50

/**
 * Ends the measures that fall away by themselves: an interim one that nobody approved within its hours or that no decision has
 * followed within its days, and a suspension past its last day. Who may come again is told. Returns how many ended.
 */
export async function endOverMeasures(ctx: Ctx): Promise<number> {
	const over = await selectOverMeasures(ctx.db, ctx.now, localDate(ctx.now), batch)
	let done = 0
	for (const id of over) done += await fallAway(ctx, id)
	return done
}

function fallAway(ctx: Ctx, id: string): Promise<number> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectDecision(tx, { id })
		if (!found) return 0
		const key = subjectKeyOf(found)
		const before = await readSubject(tx, ctx, key)
		if (before.prisoner) await lockPrisoners(tx, [before.prisoner.id])
		await lockVisitors(tx, [before.visitor.id])
		const subject = await readSubject(tx, ctx, key)
		const decision = await lockDecision(tx, id)
		const because = whyOver(decision, ctx.now)
		if (because === null) return 0
		await endMeasure(tx, ctx, subject, decision, because)
		await queueMessages(
			tx,
			partyIdsOf(ctx, subject).map((toVisitorId) => ({
				kind: 'permit-changed' as const,
				toVisitorId,
				decisionId: id,
				queuedAt: ctx.now,
			})),
		)
		return 1
	})
}

function whyOver(decision: DecisionRow, now: Date): EndedBecause | null {
	const { inForceAt, endedAt, interim, state, approveBy, fallsAwayAt, outcome, until } = decision
	if (inForceAt === null || endedAt !== null) return null
	if (interim && state === 'drafted' && approveBy && approveBy <= now) return 'unapproved'
	if (interim && fallsAwayAt && fallsAwayAt <= now) return 'out-of-time'
	return outcome === 'suspended' && until !== null && until < localDate(now) ? 'out-of-time' : null
}
