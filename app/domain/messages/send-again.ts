// Practice: a new address gets the news that the old one missed, and not what is over.
import type { MessageKind } from '../messages.ts'
import { type Delivery, isMissed } from './delivery.ts'

export interface PastMessage {
	id: string
	kind: MessageKind
	/** What it is about: the booking, entry, payment, decision, hearing or application. */
	subjectId: string
	delivery: Delivery
}

/**
 * Of a person's messages, the newest first, those that a new address is sent: of each subject the newest, where it was not
 * delivered. A reminder stands back behind the message that first said it, where that was missed as well.
 */
export function missedBySubject(messages: readonly PastMessage[]): PastMessage[] {
	const bySubject = new Map<string, PastMessage[]>()
	for (const message of messages)
		if (message.delivery !== 'superseded' && message.delivery !== 'not-theirs')
			bySubject.set(message.subjectId, [...(bySubject.get(message.subjectId) ?? []), message])
	return [...bySubject.values()].flatMap((newestFirst) => {
		const delivered = newestFirst.findIndex(({ delivery }) => !isMissed(delivery))
		const missed = delivered === -1 ? newestFirst : newestFirst.slice(0, delivered)
		const chosen = missed.find(({ kind }) => !isReminder(kind)) ?? missed[0]
		return chosen ? [chosen] : []
	})
}

function isReminder(kind: MessageKind): boolean {
	return kind === 'booking-reminder' || kind === 'decision-reminder'
}
