import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'

/** A confirmed visit of the generated population, some days ahead. */
export interface ComingVisit {
	bookingId: string
	prisonerId: string
	unit: string
	bookerId: string
	permitId: string
	sessionId: string
	startsAt: Date
}

/**
 * The confirmed visits of a facility's population from the third day on, one for each prisoner, in order of time; not those under
 * review, in a session with a request that still waits, or of a prisoner with one: that is left to the officer who answers.
 */
export async function comingVisits(db: Db, facilityId: string, now: Date): Promise<ComingVisit[]> {
	const rows = await db.execute<Omit<ComingVisit, 'startsAt'> & { startsAt: string }>(sql`
		select first.*, to_json(first.starts_at) as "startsAt" from (
			select distinct on (b.prisoner_id) b.id as "bookingId", b.prisoner_id as "prisonerId", p.unit, b.booker_id as "bookerId",
				t.id as "permitId", b.session_id as "sessionId", b.starts_at, p.number
			from booking b join prisoner p on p.id = b.prisoner_id
			join permit t on t.visitor_id = b.booker_id and t.prisoner_id = b.prisoner_id
			where b.facility_id = ${facilityId}::uuid and b.state = 'confirmed' and b.track = 'family' and b.session_id is not null
				and b.starts_at > ${now.toISOString()}::timestamptz + interval '2 days'
				and split_part(p.number, '-', 2)::int >= 5000 and p.security_level <> 'special-high'
				and not exists (select from review v where v.booking_id = b.id and v.ended_at is null)
				and not exists (select from booking r where r.state = 'requested'
					and (r.session_id = b.session_id or r.prisoner_id = b.prisoner_id))
			order by b.prisoner_id, b.starts_at) as first
		order by first.starts_at, first.number`)
	return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }))
}
