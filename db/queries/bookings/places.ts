import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Room } from '#app/domain/rooms/room.ts'
import type { Closure, VisitSession } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { storedPolicyShape } from '../shapes.ts'
import { at, documentStatement, mapResult, type PendingQuery, selectDocument } from '../statement.ts'
import {
	type FixedSession,
	rememberedTimetable,
	rememberTimetable,
	timetableVersion,
} from '../timetable/remembered-timetable.ts'
import {
	type FixedDocument,
	roomFactsShape,
	type SessionDocument,
	type StoredPolicy,
	sessionFactsShape,
	type TimetableDocument,
	timetableShape,
} from './places.document.ts'

/** What a request gives up, so that it is read as if it were gone: one booking, or somebody's own hold for a prisoner. */
export interface Replaced {
	bookingId: string | null
	holdOf: { createdBy: string; prisonerId: string } | null
}

export type SessionWithTaken = FixedSession & Pick<VisitSession, 'taken'>
export type NamedRoom = Room & { ref: string; name: string }

const fixedFields = sql`'id', s.id, 'ref', s.ref, 'facilityId', s.facility_id, 'area', s.area, 'start', s.starts_at, 'end', s.ends_at,
	'setting', s.setting, 'provides', s.provides, 'groups', s.groups, 'people', s.people, 'units', s.units,
	'securityLevels', s.security_levels, 'legalStatuses', s.legal_statuses, 'track', s.track, 'approval', s.approval`
const sessionFields = sql`${fixedFields},
	'takenGroups', s.taken_groups, 'takenPeople', s.taken_people,
	'replacedGroups', coalesce(g.groups, 0), 'replacedPeople', coalesce(g.people, 0)`

/** What a request gives up and when it is asked, as values of a statement. */
type ReplacedValues = { now: string; bookingId: string | null; holdCreatedBy: string | null; holdFor: string | null }

function replacedValues({ bookingId, holdOf }: Replaced, now: Date): ReplacedValues {
	return {
		now: now.toISOString(),
		bookingId,
		holdCreatedBy: holdOf?.createdBy ?? null,
		holdFor: holdOf?.prisonerId ?? null,
	}
}

/** Places that are still counted as taken but are not: holds that ran out, and what this request gives up. */
function replacedBySession(value: (name: keyof ReplacedValues) => SQL): SQL {
	return sql`(select session_id, count(*)::int as groups, sum(people)::int as people from (
		select id, session_id, people from booking
		where state = 'held' and session_id is not null and (hold_until <= ${value('now')}::timestamptz
			or (coalesce(booker_id, booked_by) = ${value('holdCreatedBy')}::uuid and prisoner_id = ${value('holdFor')}::uuid))
		union select id, session_id, people from booking where id = ${value('bookingId')}::uuid
			and state in ('held', 'requested', 'confirmed', 'checked-in')) as given_up group by session_id)`
}

const closuresOf = (facilityId: SQL, from: SQL): SQL => sql`
	(select coalesce(json_agg(json_build_object('id', c.id, 'first', c.first_date, 'last', c.last_date, 'unit', c.unit,
		'roomId', c.room_id, 'sessionId', c.session_id)), '[]') from closure c
	where c.facility_id = ${facilityId} and c.ended_at is null
		and (c.last_date is null or c.last_date >= (${from} - interval '2 days')::date))`

const policyOf = (facilityId: SQL, now: SQL): SQL => sql`
	(select json_build_object('id', p.id, 'parameters', p.parameters) from facility_policy p
	where p.facility_id = ${facilityId} and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}))`

const sessionDocument = documentStatement<ReplacedValues & { sessionId: string }, z.output<typeof sessionFactsShape>>(
	'session_facts',
	sessionFactsShape,
	(value) => sql`(select json_build_object('session', json_build_object(${sessionFields}),
			'closures', ${closuresOf(sql`s.facility_id`, sql`s.starts_at`)},
			'policy', ${policyOf(sql`s.facility_id`, sql`${value('now')}::timestamptz`)})
		from visit_session s left join ${replacedBySession(value)} g on g.session_id = s.id
		where s.id = ${value('sessionId')}::uuid)`,
)

/** One session with its facility's closures and policy in force at `now`; null when there is none of that id. */
export function selectSession(
	db: DbOrTx,
	request: { sessionId: string; now: Date; replaced: Replaced },
): PendingQuery<{ session: SessionWithTaken; closures: Closure[]; policy: StoredPolicy | null } | null> {
	const statement = sessionDocument(db, {
		sessionId: request.sessionId,
		...replacedValues(request.replaced, request.now),
	})
	return mapResult(statement, (document) => document && { ...document, session: toSession(document.session) })
}

/** What of a timetable is shown, and to whom. */
export interface ShownTimes {
	from: Date
	until: Date
	now: Date
	replaced: Replaced
}

export interface Timetable {
	sessions: SessionWithTaken[]
	closures: Closure[]
	policy: StoredPolicy | null
}

/** `whole`: with what is fixed of each session, which is large and hardly ever changes. */
export type TimetableValues = ReplacedValues & {
	facilityId: string
	from: string
	until: string
	whole: boolean
}

/** The document about a timetable, as a part of a statement. */
export function timetableDocument(value: (name: keyof TimetableValues) => SQL): SQL {
	const facilityId = sql`${value('facilityId')}::uuid`
	const from = sql`${value('from')}::timestamptz`
	const shown = sql`s.facility_id = ${facilityId} and s.starts_at >= ${from} and s.starts_at < ${value('until')}::timestamptz`
	return sql`(select json_build_object('version', version,
			'sessions', case when version is null or ${value('whole')}::boolean then (
				select coalesce(json_agg(json_build_object(${fixedFields}) order by s.starts_at, s.id), '[]')
				from visit_session s where ${shown}) end,
			'groups', taken.groups, 'people', taken.people,
			'closures', ${closuresOf(facilityId, from)},
			'policy', ${policyOf(facilityId, sql`${value('now')}::timestamptz`)})
		from (${timetableVersion(facilityId)}) as present, (
			select coalesce(array_agg(s.taken_groups - coalesce(g.groups, 0) order by s.starts_at, s.id), '{}') as groups,
				coalesce(array_agg(s.taken_people - coalesce(g.people, 0) order by s.starts_at, s.id), '{}') as people
			from visit_session s left join ${replacedBySession(value)} g on g.session_id = s.id where ${shown}
		) as taken)`
}

export function shownValues({ from, until, now, replaced }: ShownTimes) {
	return { from: from.toISOString(), until: until.toISOString(), ...replacedValues(replaced, now) }
}

const timetableStatement = documentStatement<TimetableValues, TimetableDocument>(
	'timetable',
	timetableShape,
	timetableDocument,
)

/**
 * A facility's timetable from one instant to another: one read by `visit_session_timetable`, whatever lies behind it, since
 * what is taken is stored with each session. What of it stays the same is remembered, by the version that the statement
 * answers out of the same snapshot.
 */
export async function selectTimetable(
	db: DbOrTx,
	{ facilityId, ...shown }: ShownTimes & { facilityId: string },
): Promise<Timetable> {
	return onceOrWhole(async (whole) => {
		const document = await timetableStatement(db, { facilityId, whole, ...shownValues(shown) })
		return toTimetable(facilityId, shown, document)
	})
}

/** Asks without the sessions, and once more with them where the version is not one that this process remembers. */
export async function onceOrWhole<T>(request: (whole: boolean) => Promise<T | 'unknown'>): Promise<T> {
	for (const whole of [false, true]) {
		const answer = await request(whole)
		if (answer !== 'unknown') return answer
	}
	throw new Error('A timetable came without its sessions')
}

/** The timetable that a document tells of; 'unknown' where it was not asked for the sessions and they are not remembered. */
export function toTimetable(facilityId: string, shown: ShownTimes, document: TimetableDocument): Timetable | 'unknown' {
	const { version, groups, people, closures, policy } = document
	const key = { facilityId, from: shown.from, until: shown.until }
	const fixed = document.sessions
		? rememberTimetable(key, version, document.sessions.map(toFixed))
		: rememberedTimetable(key, version)
	if (fixed === null) return 'unknown'
	return {
		sessions: fixed.map((session, index) => withTaken(session, groups[index] ?? 0, people[index] ?? 0)),
		closures,
		policy,
	}
}

type RoomValues = ReplacedValues & { roomId: string; from: string; until: string }

const roomDocument = documentStatement<RoomValues, z.output<typeof roomFactsShape>>(
	'room_facts',
	roomFactsShape,
	(value) => sql`(select json_build_object(
			'room', json_build_object('id', r.id, 'ref', r.ref, 'name', r.name, 'facilityId', r.facility_id, 'kind', r.kind,
				'people', r.people, 'provides', r.provides, 'minHours', r.min_hours, 'maxHours', r.max_hours,
				'turnaroundMinutes', r.turnaround_minutes, 'units', r.units, 'securityLevels', r.security_levels,
				'legalStatuses', r.legal_statuses, 'opens', r.opens, 'closes', r.closes, 'needsConsents', r.needs_consents),
			'reservations', (select coalesce(json_agg(json_build_object('id', b.id, 'start', b.starts_at, 'end', b.ends_at)), '[]')
				from booking b where b.room_id = r.id and b.state in ('held', 'requested', 'confirmed', 'checked-in')
				and b.ends_at > ${value('from')}::timestamptz - interval '2 days'
				and b.starts_at < ${value('until')}::timestamptz + interval '2 days'
				and not (b.state = 'held' and b.hold_until <= ${value('now')}::timestamptz)
				and b.id is distinct from ${value('bookingId')}::uuid
				and (b.state <> 'held' or (coalesce(b.booker_id, b.booked_by) = ${value('holdCreatedBy')}::uuid
					and b.prisoner_id = ${value('holdFor')}::uuid) is not true)),
			'closures', ${closuresOf(sql`r.facility_id`, sql`${value('from')}::timestamptz`)},
			'policy', ${policyOf(sql`r.facility_id`, sql`${value('now')}::timestamptz`)})
		from room r where r.id = ${value('roomId')}::uuid)`,
)

/** One room with its live reservations around a range, its facility's closures and policy; null when there is none. */
export function selectRoom(
	db: DbOrTx,
	request: { roomId: string; from: Date; until: Date; now: Date; replaced: Replaced },
): PendingQuery<{ room: NamedRoom; closures: Closure[]; policy: StoredPolicy | null } | null> {
	const range = { from: request.from.toISOString(), until: request.until.toISOString() }
	const statement = roomDocument(db, {
		roomId: request.roomId,
		...range,
		...replacedValues(request.replaced, request.now),
	})
	return mapResult(statement, (document) => {
		if (!document) return null
		const reservations = document.reservations.map((row) => ({ start: new Date(row.start), end: new Date(row.end) }))
		return { room: { ...document.room, reservations }, closures: document.closures, policy: document.policy }
	})
}

/** The facility's policy in force at an instant; null where the defaults hold. */
export async function selectPolicy(db: DbOrTx, facilityId: string, now: Date): Promise<StoredPolicy | null> {
	return selectDocument(db, 'policy', storedPolicyShape.nullable(), policyOf(sql`${facilityId}::uuid`, at(now)))
}

function toSession(row: SessionDocument): SessionWithTaken {
	const { takenGroups, takenPeople, replacedGroups, replacedPeople, ...session } = row
	return withTaken(toFixed(session), takenGroups - replacedGroups, takenPeople - replacedPeople)
}

/** Word for word, and not spread out: a calendar makes some hundred, and a spread costs it ten times as much. */
function withTaken(fixed: FixedSession, groups: number, people: number): SessionWithTaken {
	return {
		id: fixed.id,
		ref: fixed.ref,
		facilityId: fixed.facilityId,
		area: fixed.area,
		start: fixed.start,
		end: fixed.end,
		setting: fixed.setting,
		provides: fixed.provides,
		groups: fixed.groups,
		people: fixed.people,
		units: fixed.units,
		securityLevels: fixed.securityLevels,
		legalStatuses: fixed.legalStatuses,
		track: fixed.track,
		approval: fixed.approval,
		taken: { groups, people },
	}
}

function toFixed(row: FixedDocument): FixedSession {
	return { ...row, area: `${row.facilityId}/${row.area}`, start: new Date(row.start), end: new Date(row.end) }
}
