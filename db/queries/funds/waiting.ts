import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { ids } from '../statement.ts'

/** How much waits for those who handle money in a facility: refunds for a second officer, what is held back, and what does not add up. */
export async function countFundsWaiting(db: DbOrTx, facilityId: string): Promise<number> {
	const facility = sql`${facilityId}::uuid`
	const [row] = await db.execute<{ count: number }>(sql`
		select ((select count(*) from refund r join prisoner p on p.id = r.prisoner_id
				where r.state = 'proposed' and p.facility_id = ${facility})
			+ (select count(*) from top_up t join prisoner p on p.id = t.prisoner_id
				where t.held_at is not null and t.state in ('started', 'paid') and p.facility_id = ${facility})
			+ (select count(*) from discrepancy d left join prisoner p on p.id = d.prisoner_id
				where d.ended_at is null and (d.prisoner_id is null or coalesce(d.facility_id, p.facility_id) = ${facility})))::int as count`)
	return row?.count ?? 0
}

/** What waits on one top-up. */
export interface WaitsOnTopUp {
	/** The refund that waits for a second officer the longest. */
	proposal: { ref: string; proposedBy: string } | null
	/** Something about it does not add up. */
	differs: boolean
}

/** What waits on each of these top-ups, by their ids; those on which nothing does are left out. */
export async function selectWaitsOn(db: DbOrTx, topUpIds: readonly string[]): Promise<Map<string, WaitsOnTopUp>> {
	if (topUpIds.length === 0) return new Map()
	const rows = await db.execute<{ id: string; ref: string | null; proposed_by: string | null; differs: boolean }>(sql`
		select t.id, r.ref, r.proposed_by, d.differs from unnest(${ids(topUpIds)}) t (id)
			left join lateral (select ref, proposed_by from refund
				where top_up_id = t.id and state = 'proposed' order by proposed_at, id limit 1) r on true
			cross join lateral (select exists (select from discrepancy
				where top_up_id = t.id and ended_at is null) as differs) d
		where r.ref is not null or d.differs`)
	return new Map(
		rows.map(({ id, ref, proposed_by: proposedBy, differs }) => [
			id,
			{ proposal: ref !== null && proposedBy !== null ? { ref, proposedBy } : null, differs },
		]),
	)
}
