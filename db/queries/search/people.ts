import { type SQL, sql } from 'drizzle-orm'
import type { Custody } from '#app/domain/prisoners/prisoner.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { foldedNumber } from '../prisoners.ts'

/** What is searched for, all of it at once: parts of a folded name, the beginning of a number, a birth date. */
export interface PeopleSearch {
	names: readonly string[]
	number: string | null
	born: string | null
}

export interface FoundPerson {
	kind: 'prisoner' | 'visitor'
	id: string
	ref: string
	givenName: string
	familyName: string
	born: string
	/** Of a prisoner. */
	number: string | null
	unit: string | null
	custody: Custody | null
	/** How many there are in all. */
	total: number
}

/** A part of a folded name has letters and digits alone, none that `like` would read as more. */
function named(column: SQL, names: readonly string[]): SQL[] {
	return names.map((name) => sql`${column} like ${`%${name.replace(/[^\p{L}\p{N}]/gu, '')}%`}`)
}

const all = (conditions: readonly SQL[]) => sql.join([...conditions], sql` and `)

/** Whether a visitor has to do with a facility: a permit for, or an application (own or sent) about, who is there, or a visit there. */
export function hasToDoWith(visitorId: SQL, facilityId: string): SQL {
	const facility = sql`${facilityId}::uuid`
	return sql`(
		exists (select from permit m join prisoner p on p.id = m.prisoner_id
			where m.visitor_id = ${visitorId} and m.state <> 'ended' and p.facility_id = ${facility})
		or exists (select from booking_visitor b where b.visitor_id = ${visitorId} and b.facility_id = ${facility})
		or exists (select from application a
			join prisoner p on p.id = a.prisoner_id or (a.prisoner_id is null and ${foldedNumber(sql`p.number`)} = ${foldedNumber(sql`a.typed_number`)})
			where ${visitorId} in (a.visitor_id, a.applicant_id) and a.state <> 'withdrawn' and p.facility_id = ${facility}))`
}

/**
 * Everyone for whom `hasToDoWith` is true, each once. `offset 0` keeps the planner to the index of each of a facility's few
 * prisoners, where it would else read every permit there is.
 */
function visitorsHere(facilityId: string): SQL {
	const facility = sql`${facilityId}::uuid`
	return sql`
		select m.visitor_id from prisoner p
			cross join lateral (select visitor_id from permit where prisoner_id = p.id and state <> 'ended' offset 0) m
			where p.facility_id = ${facility}
		union select visitor_id from booking_visitor where facility_id = ${facility}
		union select a.visitor_id from prisoner p
			cross join lateral (
				select unnest(array[visitor_id, applicant_id]) as visitor_id from application
					where prisoner_id = p.id and state <> 'withdrawn'
				union all select unnest(array[visitor_id, applicant_id]) from application
					where ${foldedNumber(sql`typed_number`)} = ${foldedNumber(sql`p.number`)} and prisoner_id is null and state <> 'withdrawn' offset 0) a
			where p.facility_id = ${facility}`
}

/**
 * A page of whom a facility's officers may find: its prisoners, then the visitors who have to do with it, by name. A number is
 * a prisoner's alone.
 */
export async function selectPeople(
	db: DbOrTx,
	facilityId: string,
	asked: PeopleSearch,
	page: { size: number; from: number },
): Promise<FoundPerson[]> {
	const { names, number, born } = asked
	const bornOn = (column: SQL) => (born === null ? [] : [sql`${column} = ${born}::date`])
	const prisoners = all([
		sql`p.facility_id = ${facilityId}::uuid`,
		...named(sql`p.folded_name`, names),
		...bornOn(sql`p.born`),
		...(number === null ? [] : [sql`starts_with(${foldedNumber(sql`p.number`)}, ${number})`]),
	])
	const visitors = all([
		...(number === null ? [] : [sql`false`]),
		...named(sql`v.folded_name`, names),
		...bornOn(sql`v.born`),
		sql`v.id in (select visitor_id from here)`,
	])
	return db.execute<FoundPerson & Record<string, unknown>>(sql`
		with here as materialized (${visitorsHere(facilityId)}),
		found as (
			select 'prisoner' as kind, 0 as place, p.id, p.ref, p.given_name, p.family_name, p.folded_name, p.born, p.number,
				p.unit, p.custody
			from prisoner p where ${prisoners}
			union all
			select 'visitor', 1, v.id, v.ref, v.given_name, v.family_name, v.folded_name, v.born, null, null, null
			from visitor v where ${visitors})
		select kind, id, ref, given_name as "givenName", family_name as "familyName", born::text as born, number, unit, custody,
			count(*) over ()::int as total
		from found order by place, family_name, given_name, id limit ${page.size} offset ${page.from}`)
}
