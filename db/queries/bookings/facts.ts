import { type SQL, sql } from 'drizzle-orm'
import type { OtherBooking } from '#app/domain/bookings/booking.ts'
import type { PartyMember } from '#app/domain/bookings/rule-input.ts'
import type { Prisoner } from '#app/domain/prisoners/prisoner.ts'
import type { CourtRestriction } from '#app/domain/restrictions/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { mayStand } from '../restrictions.ts'
import { toProtectiveOrder } from '../shapes.ts'
import { documentStatement, idList, mapResult, type PendingQuery } from '../statement.ts'
import { type BookingDocument, type PeopleDocument, peopleShape } from './facts.document.ts'

/** A booking of someone concerned, with who made it (visitor or officer): one's own hold gives way to one's next. */
export type PartyBooking = OtherBooking & { createdBy: string }

export interface PeopleFacts {
	prisoner: Prisoner
	courtRestrictions: CourtRestriction[]
	/** One for each visitor asked about, by id. */
	members: ReadonlyMap<string, PartyMember>
	bookings: PartyBooking[]
	nonAssociatedPrisoners: string[]
	nonAssociatedVisitors: { one: string; other: string }[]
	nonAssociatedBookings: PartyBooking[]
	/** The booking that this form made before; null when it made none. */
	idempotentBookingId: string | null
}

// Whose bookings they are is a union by itself: with an `or` around it PostgreSQL reads the whole table. `offset 0` keeps it from
// joining them in any other way than one by one, by their ids.
const bookingDocument = (ids: SQL, where: SQL): SQL => sql`
	(select coalesce(json_agg(json_build_object(
		'id', b.id, 'facilityId', b.facility_id, 'prisonerId', b.prisoner_id, 'track', b.track, 'state', b.state,
		'holdUntil', b.hold_until, 'roomId', b.room_id, 'area', b.area, 'start', b.starts_at, 'end', b.ends_at,
		'createdBy', coalesce(b.booker_id, b.booked_by), 'setting', b.setting, 'movesId', b.moves_id,
		'ownChildrenBorn', array(select v.born from booking_visitor bv join visitor v on v.id = bv.visitor_id
			where bv.booking_id = b.id and case when v.born > b.starts_at - interval '18 years 2 days' then exists (select from permit p
				where p.visitor_id = v.id and p.prisoner_id = b.prisoner_id and p.relationship = 'child') end),
		'visitorIds', array(select bv.visitor_id from booking_visitor bv where bv.booking_id = b.id)
	)), '[]') from (${ids}) as concerned(id)
		cross join lateral (select * from booking where booking.id = concerned.id offset 0) b where ${where})`

export interface PeopleRequest {
	prisonerId: string
	visitorIds: readonly string[]
	/** From when on the prisoner's visits are counted. */
	since: Date
	/** From when on it matters whether somebody is at another visit. Not before `since`. */
	today: Date
	idempotencyKey: string | null
}

export type PeopleValues = {
	prisonerId: string
	visitorIds: string
	since: string
	today: string
	idempotencyKey: string | null
}

/** The document about people, as a part of a statement. */
export function peopleDocument(value: (name: keyof PeopleValues) => SQL): SQL {
	const prisonerId = sql`${value('prisonerId')}::uuid`
	const visitorIds = sql`${value('visitorIds')}::uuid[]`
	const since = sql`${value('since')}::timestamptz`
	const today = sql`${value('today')}::timestamptz`
	const nonAssociatedPrisoners = sql`
		select prisoner_b as id from non_association where prisoner_a = ${prisonerId} and ended_at is null
		union all select prisoner_a from non_association where prisoner_b = ${prisonerId} and ended_at is null`
	const nonAssociatedVisitors = sql`
		select visitor_a as one, visitor_b as other from non_association where visitor_a = any(${visitorIds}) and ended_at is null
		union all select visitor_b, visitor_a from non_association where visitor_b = any(${visitorIds}) and ended_at is null`
	return sql`(with non_association_prisoner as materialized (${nonAssociatedPrisoners}), non_association_visitor as materialized (${nonAssociatedVisitors})
		select json_build_object(
		'prisoner', (select json_build_object('id', id, 'facilityId', facility_id, 'unit', unit, 'securityLevel', security_level,
			'legalStatus', legal_status, 'custody', custody) from prisoner where id = ${prisonerId}),
		'restrictions', (select coalesce(json_agg(json_build_object('id', id, 'type', type, 'start', from_at, 'end', to_at,
			'except', excepted_visitor_ids, 'coversOfficial', covers_official)), '[]')
			from court_restriction where prisoner_id = ${prisonerId} and to_at > ${since}),
		'members', (select coalesce(json_agg(json_build_object(
			'visitorId', v.id, 'born', v.born,
			'guardianIds', array(select guardian_id from guardianship where child_id = v.id),
			'permit', (select json_build_object('id', id, 'state', state, 'controls', controls, 'channels', channels,
				'relationship', relationship, 'track', track, 'officialKind', official_kind, 'validTo', valid_to,
				'recheckDue', recheck_due, 'guardianConsent', guardian_consent)
				from permit where visitor_id = v.id and prisoner_id = ${prisonerId}
				order by (state = 'ended'), id desc limit 1),
			'bans', (select coalesce(json_agg(json_build_object('id', id, 'visitorId', visitor_id, 'facilityId', facility_id,
				'start', from_at, 'end', to_at)), '[]') from ban where visitor_id = v.id and to_at > ${since}),
			'protectiveOrders', (select coalesce(json_agg(json_build_object('id', id, 'visitorId', visitor_id,
				'start', from_at, 'end', to_at, 'clockStopped', clock_stopped)), '[]')
				from protective_order where visitor_id = v.id and prisoner_id = ${prisonerId} and ${mayStand(since)})
		)), '[]') from visitor v where v.id = any(${visitorIds})),
		'idempotentBookingId', (select id from booking where idempotency_key = ${value('idempotencyKey')}::uuid),
		'bookings', ${bookingDocument(
			sql`
			select id from booking where prisoner_id = ${prisonerId} and ends_at > ${since}
			union select id from booking
				where prisoner_id = ${prisonerId} and room_id is not null and ends_at > ${since} - interval '1 year'
			union select booking_id from booking_visitor where live and visitor_id = any(${visitorIds}) and ends_at > ${today}`,
			sql`b.state not in ('cancelled', 'declined', 'lapsed', 'expired')`,
		)},
		'nonAssociatedPrisoners', array(select id from non_association_prisoner),
		'nonAssociatedVisitors', (select coalesce(json_agg(json_build_object('one', one, 'other', other)), '[]') from non_association_visitor),
		'nonAssociatedBookings', ${bookingDocument(
			sql`
			select id from booking where ends_at > ${today} and prisoner_id = any(array(select id from non_association_prisoner))
			union select booking_id from booking_visitor
				where live and ends_at > ${today} and visitor_id = any(array(select other from non_association_visitor))`,
			sql`b.state in ('held', 'requested', 'confirmed', 'checked-in')`,
		)}
	))`
}

const peopleStatement = documentStatement<PeopleValues, PeopleDocument>('people_facts', peopleShape, peopleDocument)

/**
 * Everything the rules ask of people, in one statement: the prisoner with court restrictions, each visitor with permit,
 * bans and orders, the prisoner's bookings from `since` on that were not called off (stays in rooms from a year before), and from
 * `today` on the live ones of the visitors and of those to be kept apart from any of them. null when there is no such prisoner.
 */
export function selectPeopleFacts(db: DbOrTx, request: PeopleRequest): PendingQuery<PeopleFacts | null> {
	return mapResult(peopleStatement(db, peopleValues(request)), toPeopleFacts)
}

export function peopleValues({ prisonerId, visitorIds, since, today, idempotencyKey }: PeopleRequest): PeopleValues {
	return {
		prisonerId,
		visitorIds: idList(visitorIds),
		since: since.toISOString(),
		today: today.toISOString(),
		idempotencyKey,
	}
}

export function toPeopleFacts(document: PeopleDocument): PeopleFacts | null {
	if (!document.prisoner) return null
	return {
		prisoner: document.prisoner,
		courtRestrictions: document.restrictions.map(dated),
		members: new Map(
			document.members.map((member) => [
				member.visitorId,
				{ ...member, bans: member.bans.map(dated), protectiveOrders: member.protectiveOrders.map(toProtectiveOrder) },
			]),
		),
		bookings: document.bookings.map(known),
		idempotentBookingId: document.idempotentBookingId,
		nonAssociatedPrisoners: document.nonAssociatedPrisoners,
		nonAssociatedVisitors: document.nonAssociatedVisitors,
		nonAssociatedBookings: document.nonAssociatedBookings.map(known),
	}
}

function dated<T extends { start: string; end: string }>(
	row: T,
): Omit<T, 'start' | 'end'> & { start: Date; end: Date } {
	return { ...row, start: new Date(row.start), end: new Date(row.end) }
}

function known(row: BookingDocument): PartyBooking {
	return { ...dated(row), holdUntil: row.holdUntil === null ? null : new Date(row.holdUntil) }
}
