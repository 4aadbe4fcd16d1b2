import type postgres from 'postgres'
import { aheadWithin, daysApart, daysBack, type Size } from './size.ts'

/**
 * Fills an empty, migrated database with a country: facilities with six sessions a day, prisoners with a permitted visitor
 * each, and their visits: one ahead, the others behind them. Set by set, so that half a million bookings take a minute; the
 * database's own triggers and constraints hold for every row of it.
 */
export async function fillCountry(sql: postgres.Sql, size: Size, now: Date): Promise<void> {
	const { facilities, prisoners, measured } = size
	await sql.unsafe('set synchronous_commit = off')
	await sql`create temporary table place as
		select n, gen_random_uuid() as id from generate_series(1, ${facilities}::int) n`
	await sql`insert into facility (id, slug, name, address, phone)
		select id, 'unit-' || n, 'Fengsel ' || n, 'Gata 1', '00 00 00 00' from place`
	await sql`insert into unit (facility_id, code, name) select id, 'A', 'Avdeling A' from place`
	const policy = JSON.stringify({ maxDaysAhead: 56, visitsPerWeek: 3, minNoticeHours: 1 })
	await sql`insert into facility_policy (id, facility_id, valid_from, parameters)
		select gen_random_uuid(), id, '2026-01-01', ${policy}::jsonb from place`

	// The first prisoners are those of the measured prison, the first place; the others are spread over the rest.
	await sql`create temporary table person as
		select n, gen_random_uuid() as prisoner_id, gen_random_uuid() as visitor_id,
			case when n <= ${measured}::int then 1 else 2 + n % (${facilities}::int - 1) end as place
		from generate_series(1, ${prisoners}::int) n`
	await sql`insert into prisoner (id, ref, number, given_name, family_name, folded_name, born, facility_id, unit,
			security_level, legal_status, custody)
		select p.prisoner_id, 'PR' || p.n, 'N-' || p.n, 'Ola', 'Nordmann' || p.n, 'ola nordmann' || p.n, '1985-01-01', f.id, 'A',
			'high', 'sentenced', 'in' from person p join place f on f.n = p.place`
	await sql`insert into visitor (id, ref, given_name, family_name, folded_name, born, language)
		select visitor_id, 'VI' || n, 'Kari', 'Nordmann' || n, 'kari nordmann' || n, '1986-01-01', 'nb' from person`
	await sql`insert into permit (id, ref, visitor_id, prisoner_id, state, controls, channels, relationship, track, guardian_consent)
		select gen_random_uuid(), 'PE' || n, visitor_id, prisoner_id, 'active', '{}', '{visit,phone}', 'spouse', 'family', true
		from person`
	await fillTimetable(sql, size, now)
	await fillBookings(sql, size, now)
	await sql`drop table place, person`
}

/** Six sessions a day of an hour each, at the full hour from 8 to 13 UTC, in one hall; large enough never to be full. */
async function fillTimetable(sql: postgres.Sql, size: Size, now: Date): Promise<void> {
	await sql`insert into visit_session (id, ref, facility_id, starts_at, ends_at, setting, area, provides, groups, people, track)
		select gen_random_uuid(), 'SE' || f.n || '-' || (day + 100000) || '-' || slot, f.id, at, at + interval '1 hour', 'hall',
			'hall', '{watched}', 1000, 6000, 'family'
		from place f, generate_series(${-daysBack(size)}::int, 60) day, generate_series(0, 5) slot,
			lateral (select ${midnight(now)}::timestamptz + day * interval '1 day' + (8 + slot) * interval '1 hour' as at) times`
}

async function fillBookings(sql: postgres.Sql, size: Size, now: Date): Promise<void> {
	const each = Math.ceil(size.bookings / size.prisoners)
	await sql`create temporary table visit as
		select gen_random_uuid() as id, s.id as session_id, s.facility_id, s.starts_at, s.ends_at, p.prisoner_id, p.visitor_id,
			(p.n - 1) * ${each}::int + nth as n, s.starts_at > ${now.toISOString()}::timestamptz as ahead
		from person p cross join generate_series(0, ${each - 1}::int) nth join place f on f.n = p.place
		cross join lateral (select case when nth = 0 then p.n % ${aheadWithin}::int else -nth * ${daysApart}::int end as day) days
		join visit_session s on s.facility_id = f.id
			and s.starts_at = ${midnight(now)}::timestamptz + day * interval '1 day' + (8 + p.n % 6) * interval '1 hour'`
	await sql`insert into booking (id, ref, code, facility_id, prisoner_id, booker_id, session_id, area, starts_at, ends_at,
			blocked_until, track, setting, state, people, made_at)
		select id, 'BO' || n, 'CO' || n, facility_id, prisoner_id, visitor_id, session_id, facility_id || '/hall', starts_at, ends_at,
			ends_at, 'family', 'hall', case when ahead then 'confirmed' else 'completed' end, 1,
			least(starts_at - interval '7 days', ${now.toISOString()}::timestamptz - interval '1 day')
		from visit`
	await sql`insert into booking_visitor (booking_id, visitor_id, live, starts_at, ends_at)
		select id, visitor_id, ahead, starts_at, ends_at from visit`
	await sql`drop table visit`
}

function midnight(now: Date): string {
	return `${now.toISOString().slice(0, 10)}T00:00:00Z`
}
