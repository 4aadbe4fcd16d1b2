import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { giveUpAt } from '#app/domain/messages/delivery.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { message, visitor } from '#db/schema/index.ts'

/** Notes that an address takes no mail, as long as it is still the visitor's. */
export async function markEmailFailed(db: DbOrTx, visitorId: string, address: string, now: Date): Promise<void> {
	await db
		.update(visitor)
		.set({ emailFailedAt: sql`coalesce(${visitor.emailFailedAt}, ${now.toISOString()}::timestamptz)` })
		.where(and(eq(visitor.id, visitorId), eq(visitor.email, address)))
}

/** Notes that an address takes mail again. */
export async function clearEmailFailure(db: DbOrTx, visitorId: string, address: string | null): Promise<void> {
	if (address === null) return
	await db
		.update(visitor)
		.set({ emailFailedAt: null })
		.where(and(eq(visitor.id, visitorId), eq(visitor.email, address), isNotNull(visitor.emailFailedAt)))
}

/** More than anyone misses before they see to their address. */
const mostMissed = 200

/** A visitor's messages, the newest first. */
export async function selectMessagesTo(db: DbOrTx, visitorId: string): Promise<(typeof message.$inferSelect)[]> {
	return db
		.select()
		.from(message)
		.where(eq(message.toVisitorId, visitorId))
		.orderBy(desc(message.queuedAt), desc(message.id))
		.limit(mostMissed)
}

/** Makes messages that were not delivered due again, as if they were new. */
export async function queueAgain(db: DbOrTx, ids: readonly string[], now: Date): Promise<void> {
	if (ids.length === 0) return
	await db
		.update(message)
		.set({
			...{ dueAt: now, giveUpAt: giveUpAt(now), attempts: 0 },
			...{ deadAt: null, undelivered: null, leasedUntil: null, errorHandler: null },
		})
		.where(and(inArray(message.id, [...ids]), isNull(message.sentAt), isNotNull(message.undelivered)))
}
