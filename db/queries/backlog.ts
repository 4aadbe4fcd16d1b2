import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { orderEnded } from './reviews/due.ts'
import { at } from './statement.ts'

/** How the background work stands. Counts and seconds, of nobody in particular. */
const backlogShape = z.strictObject({
	/** By kind of work: how many seconds the oldest of it is overdue; 0 when nothing is. */
	lagSeconds: z.record(z.enum(['expire-holds', 'offers', 'permits-lapsed', 'restrictions-ended']), z.number()),
	/** Mail that is due and not sent, how many seconds the oldest of it has been due, and mail that was given up. */
	mail: z.strictObject({ waiting: z.int(), oldestSeconds: z.number(), replaced: z.int() }),
	/** Open connections of this role, by program and state. */
	connections: z.array(z.strictObject({ program: z.string(), state: z.string(), count: z.int() })),
})
export type Backlog = z.output<typeof backlogShape>

/** One statement, so that what is told is of one instant. */
export async function selectBacklog(db: DbOrTx, now: Date): Promise<Backlog> {
	const late = (since: string) => sql.raw(`coalesce(extract(epoch from (select at from now_at) - min(${since})), 0)`)
	const [row] = await db.execute<{ backlog: Backlog }>(sql`
		with now_at as (select ${at(now)} as at, (${at(now)} at time zone 'Europe/Oslo')::date as today),
		unsent as (select due_at from message where sent_at is null and dead_at is null and due_at <= ${at(now)})
		select json_build_object(
			'lagSeconds', json_build_object(
				'expire-holds', (select ${late('hold_until')} from booking where state = 'held' and hold_until <= ${at(now)}),
				'offers', (select ${late('until')} from waiting_list_offer where state = 'open' and until <= ${at(now)}),
				'permits-lapsed', (select ${late("(least(valid_to, recheck_due) + 1)::timestamp at time zone 'Europe/Oslo'")} from permit
					where state = 'active' and least(valid_to, recheck_due) < (select today from now_at)),
				'restrictions-ended', (select ${late('to_at')} from court_restriction r
					where to_at <= ${at(now)} and to_at > ${at(now)} - interval '60 days' and not exists (select from audit
						where subject_kind = ${orderEnded.subjectKind} and subject_id = r.id and action = ${orderEnded.action}))),
			'mail', json_build_object(
				'waiting', (select count(*) from unsent),
				'oldestSeconds', (select ${late('due_at')} from unsent),
				'replaced', (select count(*) from message where undelivered in ('refused', 'gave-up'))),
			'connections', (select coalesce(json_agg(c), '[]') from (
				select application_name as program, coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
				where datname = current_database() and application_name like 'samvaer-%' group by 1, 2) c)
		) as backlog`)
	if (!row) throw new Error('The backlog answered no row')
	return checkedDocument('backlog', backlogShape, row.backlog)
}
