import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { custodies } from '#app/domain/prisoners/prisoner.ts'
import { type RestrictionKind, type RestrictionState, restrictionKinds } from '#app/domain/restrictions/kinds.ts'
import { courtRestrictionTypes, restrictionSources } from '#app/domain/restrictions/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { hasToDoWith } from '../search/people.ts'
import { day, instant, uuid } from '../shapes.ts'
import { at, selectDocument } from '../statement.ts'

const personShape = z.strictObject({
	kind: z.enum(['prisoner', 'visitor']),
	id: uuid,
	ref: z.string(),
	givenName: z.string(),
	familyName: z.string(),
	/** Of a prisoner. */
	number: z.string().nullable(),
	custody: z.enum(custodies).nullable(),
})
export type RestrictedPerson = z.output<typeof personShape>

const restrictionShape = z.strictObject({
	kind: z.enum(restrictionKinds),
	id: uuid,
	ref: z.string(),
	/** Of a court restriction. */
	type: z.enum(courtRestrictionTypes).nullable(),
	from: instant.nullable(),
	to: instant.nullable(),
	clockStopped: z.boolean(),
	isOver: z.boolean(),
	coversOfficial: z.boolean(),
	reference: z.string().nullable(),
	reason: z.string().nullable(),
	source: z.enum(restrictionSources).nullable(),
	reviewOn: day.nullable(),
	createdAt: instant.nullable(),
	createdBy: z.string().nullable(),
	endReason: z.string().nullable(),
	endedBy: z.string().nullable(),
	/** Of a ban: the facility's name, null for all of them. */
	facility: z.string().nullable(),
	/** Whom it is about, a prisoner first. */
	people: z.array(personShape),
	/** Of a court restriction: whom it excepts. */
	excepted: z.array(personShape),
})
export type RestrictionDocument = z.output<typeof restrictionShape>

const pageShape = z.strictObject({ total: z.int(), rows: z.array(restrictionShape) })

export interface RestrictionFilter {
	/** The kinds that the reader may know of; the rest is neither read nor counted. */
	kinds: readonly RestrictionKind[]
	state: RestrictionState
	prisonerId?: string | undefined
	visitorId?: string | undefined
	ref?: string | undefined
}

/**
 * A page of the restrictions of a facility: on prisoners who are there, between those and visitors, on visitors who have to do with
 * it. The latest first.
 */
export async function selectRestrictions(
	db: DbOrTx,
	facilityId: string,
	filter: RestrictionFilter,
	{ now, size, from }: { now: Date; size: number; from: number },
): Promise<z.output<typeof pageShape>> {
	const facility = sql`${facilityId}::uuid`
	const none = sql`null::uuid`
	const columns = (prefix: SQL) => sql`${prefix}.source, ${prefix}.reason, ${prefix}.review_on, ${prefix}.created_at,
		${prefix}.created_by, ${prefix}.ended_by, ${prefix}.end_reason`
	const r = sql.raw('r')
	const parts: Readonly<Record<RestrictionKind, SQL>> = {
		'court-restriction': sql`
			select 'court-restriction' as kind, r.id, r.ref, r.type, r.from_at, r.to_at, false as clock_stopped, r.to_at <= ${at(now)} as is_over,
				r.covers_official, r.order_reference as reference, ${columns(r)}, ${none} as facility_id,
				r.prisoner_id as prisoner_a, ${none} as prisoner_b, ${none} as visitor_a, ${none} as visitor_b, r.excepted_visitor_ids
			from court_restriction r join prisoner p on p.id = r.prisoner_id and p.facility_id = ${facility}`,
		'protective-order': sql`
			select 'protective-order', r.id, r.ref, null, r.from_at, r.to_at, r.clock_stopped,
				coalesce(r.to_at <= ${at(now)}, false) and not (r.clock_stopped and p.custody <> 'released'),
				false, r.order_reference, ${columns(r)}, ${none}, r.prisoner_id, ${none}, r.visitor_id, ${none}, '{}'::uuid[]
			from protective_order r join prisoner p on p.id = r.prisoner_id and p.facility_id = ${facility}`,
		'non-association': sql`
			select 'non-association', r.id, r.ref, null, r.created_at, r.ended_at, false, r.ended_at is not null, false, r.reference,
				${columns(r)}, ${none}, r.prisoner_a, r.prisoner_b, r.visitor_a, r.visitor_b, '{}'::uuid[]
			from non_association r where exists (
				select from prisoner p where p.id in (r.prisoner_a, r.prisoner_b) and p.facility_id = ${facility})
				or r.visitor_a is not null and (${hasToDoWith(sql`r.visitor_a`, facilityId)} or ${hasToDoWith(sql`r.visitor_b`, facilityId)})`,
		ban: sql`
			select 'ban', r.id, r.ref, null, r.from_at, r.to_at, false, r.to_at <= ${at(now)}, false, null, null, r.reason, r.review_on,
				r.created_at, r.created_by, r.ended_by, r.end_reason, r.facility_id, ${none}, ${none}, r.visitor_id, ${none}, '{}'::uuid[]
			from ban r where r.facility_id = ${facility} or r.facility_id is null and ${hasToDoWith(sql`r.visitor_id`, facilityId)}`,
	}
	const chosen = filter.kinds.map((kind) => parts[kind])
	if (chosen.length === 0) return { total: 0, rows: [] }
	const conditions = [
		...(filter.state === 'all' ? [] : [filter.state === 'ended' ? sql`is_over` : sql`not is_over`]),
		...(filter.prisonerId === undefined ? [] : [sql`${filter.prisonerId}::uuid in (prisoner_a, prisoner_b)`]),
		...(filter.visitorId === undefined ? [] : [sql`${filter.visitorId}::uuid in (visitor_a, visitor_b)`]),
		...(filter.ref === undefined ? [] : [sql`ref = ${filter.ref}`]),
	]
	const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
	const officer = (id: SQL) => sql`(select name from officer where officer.id = ${id})`
	return selectDocument(
		db,
		`restrictions_${[...filter.kinds, filter.state, ...Object.keys(filter)].join('_').replace(/\W/g, '_')}`,
		pageShape,
		sql`(with every (kind, id, ref, type, from_at, to_at, clock_stopped, is_over, covers_official, reference, source, reason, review_on,
			created_at, created_by, ended_by, end_reason, facility_id, prisoner_a, prisoner_b, visitor_a, visitor_b, excepted)
			as (${sql.join(chosen, sql` union all `)}),
		wanted as (select * from every where ${where}),
		page as (select * from wanted order by from_at desc nulls last, id limit ${size}::int offset ${from}::int)
		select json_build_object('total', (select count(*)::int from wanted), 'rows', (
			select coalesce(json_agg(json_build_object('kind', kind, 'id', id, 'ref', ref, 'type', type, 'from', from_at, 'to', to_at,
				'clockStopped', clock_stopped, 'isOver', is_over, 'coversOfficial', covers_official, 'reference', reference, 'reason', reason,
				'source', source, 'reviewOn', review_on, 'createdAt', created_at, 'createdBy', ${officer(sql`page.created_by`)},
				'endReason', end_reason, 'endedBy', ${officer(sql`page.ended_by`)},
				'facility', (select name from facility where facility.id = page.facility_id),
				'people', ${peopleOf(sql`array[page.prisoner_a, page.prisoner_b]`, sql`array[page.visitor_a, page.visitor_b]`)},
				'excepted', ${peopleOf(sql`'{}'::uuid[]`, sql`page.excepted`)})
				order by from_at desc nulls last, id), '[]') from page)))`,
	)
}

function peopleOf(prisonerIds: SQL, visitorIds: SQL): SQL {
	return sql`(select coalesce(json_agg(json_build_object('kind', kind, 'id', id, 'ref', ref, 'givenName', given_name,
		'familyName', family_name, 'number', number, 'custody', custody) order by kind, family_name, given_name), '[]') from (
		select 'prisoner' as kind, id, ref, given_name, family_name, number, custody from prisoner where id = any(${prisonerIds})
		union all select 'visitor', id, ref, given_name, family_name, null, null from visitor where id = any(${visitorIds})) people)`
}
