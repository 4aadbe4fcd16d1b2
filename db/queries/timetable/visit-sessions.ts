import { sql } from 'drizzle-orm'
import { liveStates } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { visitSession } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'
import type { SessionRow } from './write-sessions.ts'

/** One session; null when there is none. */
export async function selectSessionRow(db: DbOrTx, key: Key): Promise<SessionRow | null> {
	const [row] = await db.select().from(visitSession).where(isKey(visitSession, key)).limit(1)
	return row ?? null
}

export async function lockSession(tx: DbOrTx, id: string): Promise<void> {
	await tx.execute(sql`select id from visit_session where id = ${id}::uuid for no key update`)
}

/** Where a session takes place follows it into its bookings at once: non-association compares it. The family is not told of it. */
export async function moveBookingsToArea(tx: DbOrTx, sessionId: string, area: string): Promise<void> {
	await tx.execute(sql`
		update booking set area = ${area}
		where session_id = ${sessionId}::uuid and area <> ${area} and state = any(${`{${liveStates.join(',')}}`}::text[])`)
}
