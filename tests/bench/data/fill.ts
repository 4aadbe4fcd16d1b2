import type postgres from 'postgres'
import { aheadWithin, daysApart, type Size, slug } from './size.ts'

/**
 * Fills the measured prison: six sessions a day, prisoners with a permitted visitor each, and their visits, one ahead and the
 * others behind them. It is large enough that whoever is measured is never refused.
 */
export async function fillPrison(sql: postgres.Sql, size: Size, now: Date): Promise<void> {
	const today = `${now.toISOString().slice(0, 10)}T00:00:00Z`
	const policy = JSON.stringify({ maxDaysAhead: 56, visitsPerWeek: 3, minNoticeHours: 1 })
	await sql`create temporary table prison as select gen_random_uuid() as id`
	await sql`insert into facility (id, slug, name, address, phone)
		select id, ${slug}, 'Målfengselet', 'Gata 1', '00 00 00 00' from prison`
	await sql`insert into unit (facility_id, code, name) select id, 'A', 'Avdeling A' from prison`
	await sql`insert into facility_policy (id, facility_id, valid_from, parameters)
		select gen_random_uuid(), id, '2020-01-01', ${policy}::text::jsonb from prison`
	await fillPeople(sql, size)
	// An hour each, at the full hour from 8 to 13 UTC.
	await sql`insert into visit_session (id, ref, facility_id, starts_at, ends_at, setting, area, provides, groups, people, track)
		select gen_random_uuid(), 'SE' || (day + 100000) || '-' || slot, id, at, at + interval '1 hour', 'hall', 'hall', '{watched}',
			1000, 6000, 'family'
		from prison, generate_series(${-size.visitsEach * daysApart}::int, 60) day, generate_series(0, 5) slot,
			lateral (select ${today}::timestamptz + day * interval '1 day' + (8 + slot) * interval '1 hour' as at) times`
	await fillVisits(sql, size, { today, now: now.toISOString() })
	await sql`drop table prison, person`
}

async function fillPeople(sql: postgres.Sql, size: Size): Promise<void> {
	await sql`create temporary table person as
		select n, gen_random_uuid() as prisoner_id, gen_random_uuid() as visitor_id
		from generate_series(1, ${size.prisoners}::int) n`
	await sql`insert into prisoner (id, ref, number, given_name, family_name, folded_name, born, facility_id, unit,
			security_level, legal_status, custody)
		select prisoner_id, 'PR' || n, 'X-' || n, 'Ola', 'Nordmann' || n, 'ola nordmann' || n, '1985-01-01', prison.id, 'A', 'high',
			'sentenced', 'in' from person, prison`
	await sql`insert into visitor (id, ref, given_name, family_name, folded_name, born, language)
		select visitor_id, 'VI' || n, 'Kari', 'Nordmann' || n, 'kari nordmann' || n, '1986-01-01', 'nb' from person`
	await sql`insert into permit (id, ref, visitor_id, prisoner_id, state, controls, channels, relationship, track, guardian_consent)
		select gen_random_uuid(), 'PE' || n, visitor_id, prisoner_id, 'active', '{}', '{visit,phone}', 'spouse', 'family', true
		from person`
}

async function fillVisits(
	sql: postgres.Sql,
	size: Size,
	{ today, now }: { today: string; now: string },
): Promise<void> {
	await sql`create temporary table visit as
		select gen_random_uuid() as id, s.id as session_id, s.facility_id, s.starts_at, s.ends_at, p.prisoner_id, p.visitor_id,
			(p.n - 1) * ${size.visitsEach}::int + nth as n, s.starts_at > ${now}::timestamptz as ahead
		from prison, person p cross join generate_series(0, ${size.visitsEach - 1}::int) nth
		cross join lateral (select case when nth = 0 then p.n % ${aheadWithin}::int else -nth * ${daysApart}::int end as day) days
		join visit_session s on s.facility_id = (select id from prison)
			and s.starts_at = ${today}::timestamptz + day * interval '1 day' + (8 + p.n % 6) * interval '1 hour'`
	await sql`insert into booking (id, ref, code, facility_id, prisoner_id, booker_id, session_id, area, starts_at, ends_at,
			blocked_until, track, setting, state, people, created_at)
		select id, 'BO' || n, 'CO' || n, facility_id, prisoner_id, visitor_id, session_id, facility_id || '/hall', starts_at, ends_at,
			ends_at, 'family', 'hall', case when ahead then 'confirmed' else 'completed' end, 1,
			least(starts_at - interval '7 days', ${now}::timestamptz - interval '1 day')
		from visit`
	await sql`insert into booking_visitor (booking_id, visitor_id, live, starts_at, ends_at)
		select id, visitor_id, ahead, starts_at, ends_at from visit`
	await sql`drop table visit`
}
