import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { at } from '../statement.ts'

/** Confirmed visits with a reminder that is due at an instant or was before it, the earliest first. */
export async function selectVisitsToRemindOf(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	const rows = await db.execute<{ id: string }>(sql`
		select id from booking where state = 'confirmed' and remind_at <= ${at(now)} order by remind_at, id limit ${limit}`)
	return rows.map(({ id }) => id)
}

/** When the next reminder is due after an instant; null when none is planned. */
export async function selectNextReminder(db: DbOrTx, after: Date): Promise<Date | null> {
	const [row] = await db.execute<{ next: string | null }>(
		sql`select to_json(min(remind_at)) as next from booking where state = 'confirmed' and remind_at > ${at(after)}`,
	)
	return row?.next ? new Date(row.next) : null
}
