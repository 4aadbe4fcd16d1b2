import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { room } from '#db/schema/index.ts'
import type { RoomRow } from './read.ts'

export async function insertRoom(tx: DbOrTx, row: RoomRow): Promise<void> {
	await tx.insert(room).values(row)
}

export async function updateRoom(tx: DbOrTx, id: string, change: Partial<RoomRow>): Promise<void> {
	await tx.update(room).set(change).where(eq(room.id, id))
}

/** Locks a room before it is changed, as a stay in it is booked under the same lock. */
export async function lockRoom(tx: DbOrTx, id: string): Promise<RoomRow | null> {
	const [row] = await tx.select().from(room).where(eq(room.id, id)).for('no key update')
	return row ?? null
}
