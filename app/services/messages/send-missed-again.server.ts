import { deliveryOf } from '#app/domain/messages/delivery.ts'
import { missedBySubject } from '#app/domain/messages/send-again.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { queueAgain, selectMessagesTo } from '#db/queries/messages/addresses.ts'
import { type MessageFacts, selectMessageFacts } from '#db/queries/messages/facts.ts'
import type { Ctx } from '../context.ts'
import { whyNotMailed } from './why-not-mailed.ts'

/** Queues anew what a visitor's old address missed and what still matters. The visitor is locked by the caller. */
export async function sendMissedAgain(tx: DbOrTx, ctx: Pick<Ctx, 'now'>, visitorId: string): Promise<void> {
	const messages = await selectMessagesTo(tx, visitorId)
	const missed = missedBySubject(
		messages.map((message) => {
			const { id, kind, bookingId, waitingListEntryId, topUpId, decisionId, hearingId, applicationId } = message
			const subjectId = bookingId ?? waitingListEntryId ?? topUpId ?? decisionId ?? hearingId ?? applicationId ?? id
			return { id, kind, subjectId, delivery: deliveryOf(message) }
		}),
	)
	const ids: string[] = []
	for (const { id } of missed) {
		const message = messages.find((found) => found.id === id)
		if (message === undefined) continue
		const facts = await selectMessageFacts(tx, message, ctx.now)
		if (whyNotMailed(message.kind, facts, ctx.now) === null && stillMatters(facts, ctx.now)) ids.push(id)
	}
	await queueAgain(tx, ids, ctx.now)
}

/** Visits to come, offers that are open, letters and notices that are not read, and money that finds no way back; not what is over. */
function stillMatters({ booking, application, decision, hearing, offer, topUp }: MessageFacts, now: Date): boolean {
	if (booking) return booking.startsAt > now
	if (offer) return offer.until > now
	if (topUp) return topUp.refund?.stands === false
	if (decision) return !decision.opened
	if (hearing) return !hearing.opened
	return application?.letter === 'sent'
}
