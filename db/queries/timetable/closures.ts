import { and, eq, isNull, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { closure } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'
import { at } from '../statement.ts'

export type ClosureRow = typeof closure.$inferSelect

export async function insertClosure(tx: DbOrTx, row: ClosureRow): Promise<ClosureRow> {
	await tx.insert(closure).values(row)
	return row
}

export async function selectClosure(db: DbOrTx, key: Key): Promise<ClosureRow | null> {
	const [row] = await db.select().from(closure).where(isKey(closure, key)).limit(1)
	return row ?? null
}

/** Lifts a closure; false when it was lifted already. */
export async function endClosure(tx: DbOrTx, id: string, now: Date): Promise<boolean> {
	const ended = await tx
		.update(closure)
		.set({ endedAt: now })
		.where(and(eq(closure.id, id), isNull(closure.endedAt)))
		.returning({ id: closure.id })
	return ended.length > 0
}

/** What a closure closes: one session, one room, or all of them that have to do with some days. */
export type Closing = { facilityId: string; roomId: string | null } & (
	| { sessionId: string }
	| { sessionId: null; from: Date; until: Date }
)

/**
 * Locks the sessions and the rooms that a closure closes, so that a booking made at this moment is either there to be seen or
 * sees the closure. A closed room touches no session.
 */
export async function lockClosedPlaces(tx: DbOrTx, closing: Closing): Promise<void> {
	const facilityId = sql`${closing.facilityId}::uuid`
	if (closing.roomId === null) {
		const which =
			closing.sessionId === null
				? sql`facility_id = ${facilityId} and starts_at < ${at(closing.until)} and ends_at > ${at(closing.from)}`
				: sql`id = ${closing.sessionId}::uuid`
		await tx.execute(sql`select id from visit_session where ${which} order by id for no key update`)
	}
	if (closing.sessionId === null) {
		const which = closing.roomId === null ? sql`facility_id = ${facilityId}` : sql`id = ${closing.roomId}::uuid`
		await tx.execute(sql`select id from room where ${which} order by id for no key update`)
	}
}

/** Locks a facility, so that what there is one of in it is made once. */
export async function lockFacility(tx: DbOrTx, facilityId: string): Promise<void> {
	await tx.execute(sql`select id from facility where id = ${facilityId}::uuid for no key update`)
}

/** A closure of the very same thing on the very same days that is not lifted; null when there is none. */
export async function selectSameClosure(
	tx: DbOrTx,
	closed: Pick<ClosureRow, 'facilityId' | 'firstDate' | 'lastDate' | 'unit' | 'roomId' | 'sessionId'>,
): Promise<ClosureRow | null> {
	const { facilityId, firstDate, lastDate, unit, roomId, sessionId } = closed
	const [row] = await tx
		.select()
		.from(closure)
		.where(
			and(
				eq(closure.facilityId, facilityId),
				isNull(closure.endedAt),
				sql`${closure.firstDate} is not distinct from ${firstDate}::date`,
				sql`${closure.lastDate} is not distinct from ${lastDate}::date`,
				sql`${closure.unit} is not distinct from ${unit}::text`,
				sql`${closure.roomId} is not distinct from ${roomId}::uuid`,
				sql`${closure.sessionId} is not distinct from ${sessionId}::uuid`,
			),
		)
		.limit(1)
	return row ?? null
}
