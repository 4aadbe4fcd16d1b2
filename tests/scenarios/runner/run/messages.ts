import { and, lte, notInArray } from 'drizzle-orm'
import type { MessageKind } from '#app/domain/messages.ts'
import { message } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'

/** The messages that have come since this was asked last. One that waits for its hour comes when the hour does. */
export async function newMessages(fixture: Fixture): Promise<{ kind: MessageKind; to: string }[]> {
	const rows = await fixture.owner
		.select({ id: message.id, kind: message.kind, to: message.toVisitorId })
		.from(message)
		.where(and(lte(message.dueAt, fixture.now), notInArray(message.id, [...fixture.messagesSeen])))
	for (const { id } of rows) fixture.messagesSeen.add(id)
	return rows.map(({ kind, to }) => ({ kind, to: fixture.labels.labelOf('visitor', to) }))
}
