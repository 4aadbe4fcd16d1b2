import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { mayStand } from '../restrictions.ts'
import { at, ids } from '../statement.ts'

/**
 * Those of these bookings about which there is anything at all that may stop them at the gate: an order, a ban, somebody to be kept
 * from, a permit that is not active or has an end behind it, a release. Whether it does is for the rules to say.
 */
export async function selectMaybeStopped(
	db: DbOrTx,
	bookingIds: readonly string[],
	now: Date,
): Promise<ReadonlySet<string>> {
	if (bookingIds.length === 0) return new Set()
	const rows = await db.execute<{ id: string }>(sql`
		select b.id from booking b join prisoner p on p.id = b.prisoner_id where b.id = any(${ids(bookingIds)}) and (
			p.custody = 'released'
			or exists (select from court_restriction r where r.prisoner_id = p.id and r.to_at > least(${at(now)}, b.starts_at))
			or exists (select from non_association k where k.ended_at is null and p.id in (k.prisoner_a, k.prisoner_b))
			or exists (select from booking_visitor v where v.booking_id = b.id and (
				exists (select from ban where ban.visitor_id = v.visitor_id and ban.to_at > ${at(now)})
				or exists (select from protective_order o
					where o.visitor_id = v.visitor_id and o.prisoner_id = p.id and ${mayStand(sql`least(${at(now)}, b.starts_at)`)})
				or exists (select from non_association k where k.ended_at is null and v.visitor_id in (k.visitor_a, k.visitor_b))
				or not exists (select from permit m where m.visitor_id = v.visitor_id and m.prisoner_id = p.id
					and m.state = 'active' and coalesce(least(m.valid_to, m.recheck_due) >= (b.ends_at + interval '1 day')::date, true)))))`)
	return new Set(rows.map(({ id }) => id))
}
