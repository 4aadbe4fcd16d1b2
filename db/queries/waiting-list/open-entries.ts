import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { OtherBooking } from '#app/domain/bookings/booking.ts'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { controls } from '#app/domain/permits/controls.ts'
import { tracks } from '#app/domain/permits/permit.ts'
import { settings } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { day, instant, prisonerShape, uuid } from '../shapes.ts'
import { at, ids, selectDocument } from '../statement.ts'

const entryShape = z.strictObject({
	waitingListEntryId: uuid,
	createdBy: uuid,
	prisoner: prisonerShape,
	firstDate: day,
	lastDate: day,
	settings: z.array(z.enum(settings)).nullable(),
	askFor: z.array(z.enum(controls)),
	farTravel: z.boolean(),
	createdAt: instant,
	visitorIds: z.array(uuid),
	ownChildrenBorn: z.array(day),
	lastVisitAt: instant.nullable(),
	cancelledByPrisonAt: instant.nullable(),
	/** Sessions that were on offer to it before, or that its maker has given up since it was made. */
	notAgainSessionIds: z.array(uuid),
})

const waitingListShape = z.strictObject({
	entries: z.array(entryShape),
	offers: z.array(
		z.strictObject({
			id: uuid,
			waitingListEntryId: uuid,
			createdBy: uuid,
			facilityId: uuid,
			prisonerId: uuid,
			visitorIds: z.array(uuid),
			track: z.enum(tracks),
			state: z.literal('held'),
			until: instant,
			roomId: z.null(),
			area: z.string(),
			setting: z.enum(settings),
			movesId: z.null(),
			ownChildrenBorn: z.array(day),
			start: instant,
			end: instant,
		}),
	),
})

/** An open waiting-list entry that has no offer, with all that its rank and its days depend on. */
export type OpenEntry = Omit<z.output<typeof entryShape>, 'createdAt' | 'lastVisitAt' | 'cancelledByPrisonAt'> & {
	createdAt: Date
	/** When the last visit began that anyone of the party had with the prisoner. */
	lastVisitAt: Date | null
	cancelledByPrisonAt: Date | null
}

/** An open offer as the rules see it for other offers: a hold of its prisoner and its party. */
export type OfferAsHold = OtherBooking & { waitingListEntryId: string; createdBy: string }

/** Visits that took place; one that nobody wrote down as over is taken to have. */
const hadVisit = (now: Date): SQL =>
	sql`(b.state in ('checked-in', 'completed') or b.state = 'confirmed' and b.starts_at <= ${at(now)})`

/** Whether anyone waits for a place in a facility that these sessions lie in, on the day of one of them. */
export async function hasWaiting(db: DbOrTx, sessionIds: readonly string[]): Promise<boolean> {
	const [row] = await db.execute<{ waiting: boolean }>(sql`
		select exists (
			select from visit_session s join prisoner p on p.facility_id = s.facility_id
			join waiting_list_entry w on w.prisoner_id = p.id and w.state = 'open'
			where s.id = any(${ids(sessionIds)})
				and (s.starts_at at time zone 'Europe/Oslo')::date between w.first_date and w.last_date) as waiting`)
	return row?.waiting ?? false
}

/**
 * The waiting list of the facilities that some sessions lie in: every open waiting-list entry for a prisoner there that has no offer now,
 * nor its maker another one for the same prisoner; and all open offers there.
 */
export async function selectWaiting(
	db: DbOrTx,
	request: { sessionIds: readonly string[]; now: Date },
): Promise<{ entries: OpenEntry[]; offers: OfferAsHold[] }> {
	const facilities = sql`(select facility_id from visit_session where id = any(${ids(request.sessionIds)}))`
	const party = sql`(select visitor_id from waiting_list_entry_visitor where waiting_list_entry_id = w.id)`
	const ownChildrenBorn = sql`array(select v.born from visitor v join permit t on t.visitor_id = v.id
		where v.id in ${party} and t.prisoner_id = w.prisoner_id and t.relationship = 'child' and t.state <> 'ended')`
	const document = await selectDocument(
		db,
		'waiting_list',
		waitingListShape,
		sql`json_build_object(
		'entries', (select coalesce(json_agg(json_build_object(
			'waitingListEntryId', w.id, 'createdBy', w.created_by, 'firstDate', w.first_date, 'lastDate', w.last_date, 'settings', w.settings,
			'askFor', w.ask_for, 'farTravel', w.far_travel, 'createdAt', w.created_at,
			'prisoner', json_build_object('id', p.id, 'facilityId', p.facility_id, 'unit', p.unit,
				'securityLevel', p.security_level, 'legalStatus', p.legal_status, 'custody', p.custody),
			'visitorIds', array(select visitor_id from waiting_list_entry_visitor where waiting_list_entry_id = w.id order by visitor_id),
			'ownChildrenBorn', ${ownChildrenBorn},
			'lastVisitAt', (select max(b.starts_at) from booking b join booking_visitor bv on bv.booking_id = b.id
				where bv.visitor_id in ${party} and b.prisoner_id = w.prisoner_id and ${hadVisit(request.now)}),
			'cancelledByPrisonAt', (select max(b.ended_at) from booking b
				where b.prisoner_id = w.prisoner_id and (b.state = 'cancelled' and b.cancelled_by = 'prison' or b.state = 'lapsed')
					and (b.booker_id = w.created_by or exists (select from booking_visitor bv where bv.booking_id = b.id
						and (bv.visitor_id = w.created_by or bv.visitor_id in ${party})))),
			'notAgainSessionIds', array(select session_id from waiting_list_offer where waiting_list_entry_id = w.id
				union select b.session_id from booking b where b.prisoner_id = w.prisoner_id and b.booker_id = w.created_by
					and b.session_id is not null and b.state = 'cancelled' and b.cancelled_by <> 'prison'
					and b.reason is distinct from 'replaced' and b.ended_at > w.created_at)
		)), '[]') from waiting_list_entry w join prisoner p on p.id = w.prisoner_id
			where w.state = 'open' and p.facility_id in ${facilities} and not exists (
				select from waiting_list_offer o join waiting_list_entry other on other.id = o.waiting_list_entry_id
				where o.state = 'open' and other.created_by = w.created_by and other.prisoner_id = w.prisoner_id)),
		'offers', (select coalesce(json_agg(json_build_object(
			'id', o.id, 'waitingListEntryId', w.id, 'createdBy', w.created_by, 'facilityId', s.facility_id, 'prisonerId', w.prisoner_id,
			'visitorIds', array(select visitor_id from waiting_list_entry_visitor where waiting_list_entry_id = w.id), 'track', s.track,
			'state', 'held', 'until', o.until, 'roomId', null, 'area', s.facility_id || '/' || s.area,
			'setting', s.setting, 'movesId', null, 'ownChildrenBorn', ${ownChildrenBorn},
			'start', s.starts_at, 'end', s.ends_at)), '[]')
			from waiting_list_offer o join waiting_list_entry w on w.id = o.waiting_list_entry_id join visit_session s on s.id = o.session_id
			where o.state = 'open' and s.facility_id in ${facilities})
	)`,
	)
	return {
		entries: document.entries.map((entry) => ({
			...entry,
			createdAt: new Date(entry.createdAt),
			lastVisitAt: instantOrNull(entry.lastVisitAt),
			cancelledByPrisonAt: instantOrNull(entry.cancelledByPrisonAt),
		})),
		offers: document.offers.map(({ until, ...offer }) => ({
			...offer,
			start: new Date(offer.start),
			end: new Date(offer.end),
			holdUntil: new Date(until),
		})),
	}
}

function instantOrNull(text: string | null): Date | null {
	return text === null ? null : new Date(text)
}

/** Sessions of a facility, with the starts of the first and the last of them. */
export interface SessionsToOffer {
	facilityId: string
	sessionIds: string[]
	first: Date
	last: Date
}

/**
 * Sessions to come that have a place free and suit a waiting-list entry that waits, by facility: nothing more than where it is worth to
 * look closer. `maxDaysAhead` is the default where a facility has set none.
 */
export async function selectSessionsToOffer(
	db: DbOrTx,
	request: { now: Date; today: LocalDate; maxDaysAhead: number },
): Promise<SessionsToOffer[]> {
	const overdue = sql`(select from booking b where b.session_id = s.id and b.state = 'held' and b.hold_until <= ${at(request.now)})`
	const rows = await db.execute<{ facilityId: string; sessionIds: string[]; first: string; last: string }>(sql`
		with waiting as materialized (
			select w.id, w.first_date, w.last_date, w.settings, p.facility_id
			from waiting_list_entry w join prisoner p on p.id = w.prisoner_id
			where w.state = 'open' and w.last_date >= ${request.today}::date and not exists (
				select from waiting_list_offer o join waiting_list_entry other on other.id = o.waiting_list_entry_id
				where o.state = 'open' and other.created_by = w.created_by and other.prisoner_id = w.prisoner_id)),
		days as (
			select facility_id, min(first_date) as first, max(last_date) as last, coalesce((
				select (parameters->>'maxDaysAhead')::int from facility_policy y where y.facility_id = waiting.facility_id
					and y.valid_from <= ${at(request.now)} and (y.valid_to is null or y.valid_to > ${at(request.now)})
			), ${request.maxDaysAhead}::int) as ahead
			from waiting group by facility_id)
		select s.facility_id as "facilityId", array_agg(s.id::text order by s.starts_at, s.id) as "sessionIds",
			to_json(min(s.starts_at)) as first, to_json(max(s.starts_at)) as last
		from days join visit_session s on s.facility_id = days.facility_id
			and s.starts_at > ${at(request.now)} and s.starts_at >= days.first - interval '1 day'
			and s.starts_at < least(days.last, ${request.today}::date + days.ahead) + interval '2 days'
		where ((s.taken_groups < s.groups and (s.people is null or s.taken_people < s.people)) or exists ${overdue})
			and exists (select from waiting w where w.facility_id = s.facility_id
				and (s.starts_at at time zone 'Europe/Oslo')::date between w.first_date and w.last_date
				and (w.settings is null or s.setting = any(w.settings))
				and not exists (select from waiting_list_offer o where o.waiting_list_entry_id = w.id and o.session_id = s.id))
		group by s.facility_id order by s.facility_id`)
	return rows.map((row) => ({ ...row, first: new Date(row.first), last: new Date(row.last) }))
}

/** The sessions of offers that have run out, the longest overdue first. */
export async function selectSessionsWithOffersDue(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	const rows = await db.execute<{ id: string }>(sql`
		select session_id as id from waiting_list_offer where state = 'open' and until <= ${at(now)}
		group by session_id order by min(until), session_id limit ${limit}`)
	return rows.map((row) => row.id)
}

/** When the next offer after an instant runs out, and whether any waiting-list entry is open. */
export async function selectNextOfferEnd(db: DbOrTx, after: Date): Promise<{ next: Date | null; anyEntry: boolean }> {
	const [row] = await db.execute<{ next: string | null; any: boolean }>(sql`
		select to_json((select min(until) from waiting_list_offer where state = 'open' and until > ${at(after)})) as next,
			exists (select from waiting_list_entry where state = 'open') as any`)
	return { next: instantOrNull(row?.next ?? null), anyEntry: row?.any ?? false }
}
