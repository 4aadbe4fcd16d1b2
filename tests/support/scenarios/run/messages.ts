import { and, lte, notInArray } from 'drizzle-orm'
import type { MessageKind } from '#app/domain/messages.ts'
import { message } from '#db/schema/index.ts'
import type { World } from '../world/world.ts'

/** The messages that have come since this was asked last. One that waits for its hour comes when the hour does. */
export async function newMessages(world: World): Promise<{ kind: MessageKind; to: string }[]> {
	const rows = await world.owner
		.select({ id: message.id, kind: message.kind, to: message.toVisitorId })
		.from(message)
		.where(and(lte(message.dueAt, world.now), notInArray(message.id, [...world.messagesSeen])))
	for (const { id } of rows) world.messagesSeen.add(id)
	return rows.map(({ kind, to }) => ({ kind, to: world.labels.labelOf('visitor', to) }))
}
