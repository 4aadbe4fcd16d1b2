import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Presence } from '#app/domain/bookings/presence.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { bookingVisitor } from '#db/schema/index.ts'

/** Records of members of a party what the gate saw; `reason` only of who is turned away. */
export async function updatePresence(
	tx: DbOrTx,
	bookingId: string,
	visitorIds: readonly string[],
	presence: Presence,
	reason: string | null = null,
): Promise<void> {
	if (visitorIds.length === 0) return
	await tx
		.update(bookingVisitor)
		.set({ presence, presenceReason: reason })
		.where(and(eq(bookingVisitor.bookingId, bookingId), inArray(bookingVisitor.visitorId, [...visitorIds])))
}

/** Takes back what the gate recorded of a party. */
export async function clearPresence(tx: DbOrTx, bookingId: string): Promise<void> {
	await tx
		.update(bookingVisitor)
		.set({ presence: null, presenceReason: null })
		.where(and(eq(bookingVisitor.bookingId, bookingId), sql`${bookingVisitor.presence} is not null`))
}

/** Those of a party who were let in. */
export async function selectLetIn(db: DbOrTx, bookingId: string): Promise<string[]> {
	const rows = await db
		.select({ id: bookingVisitor.visitorId })
		.from(bookingVisitor)
		.where(and(eq(bookingVisitor.bookingId, bookingId), eq(bookingVisitor.presence, 'in')))
	return rows.map(({ id }) => id).sort()
}
