import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'

/** Sessions in which more is taken than there is, or whose count is not that of their live bookings. */
export async function wrongSessions(db: DbOrTx): Promise<unknown[]> {
	return db.execute(sql`
		select s.id, s.taken_groups, s.groups, s.lifted_groups, live.groups as live from visit_session s,
			lateral (select count(*)::int as groups, coalesce(sum(people), 0)::int as people from (
				select people from booking where session_id = s.id and state in ('held', 'requested', 'confirmed', 'checked-in')
				union all select people from waiting_list_offer where session_id = s.id and state = 'open') as taken) as live
		where s.taken_groups <> live.groups or s.taken_people <> live.people or live.groups > s.groups + s.lifted_groups`)
}

/** Pairs of live bookings of one prisoner, one visitor or one room that overlap. */
export async function overlaps(db: DbOrTx): Promise<unknown[]> {
	return db.execute(sql`
		with live as (select * from booking where state in ('held', 'requested', 'confirmed', 'checked-in'))
		select a.id as one, b.id as other from live a join live b on a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
		where a.prisoner_id = b.prisoner_id or a.room_id = b.room_id
			or exists (select from booking_visitor x join booking_visitor y on y.visitor_id = x.visitor_id
				where x.booking_id = a.id and y.booking_id = b.id)`)
}

/** Deadlocks that this database has had to break since it was made. */
export async function deadlocks(db: DbOrTx): Promise<number> {
	const [row] = await db.execute<{ deadlocks: string }>(
		sql`select pg_stat_get_db_deadlocks(oid)::text as deadlocks from pg_database where datname = current_database()`,
	)
	return Number(row?.deadlocks ?? 0)
}

/** How many connections to this database wait for a lock now: those of the same role, as only they are shown. */
export async function waitingForLocks(db: DbOrTx): Promise<number> {
	const rows = await db.execute(
		sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
	)
	return rows.length
}
