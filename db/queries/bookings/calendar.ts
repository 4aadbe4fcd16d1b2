import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DbOrTx } from '#db/client.server.ts'
import { uuid } from '../shapes.ts'
import { documentStatement, idList } from '../statement.ts'
import { peopleShape } from './facts.document.ts'
import { type PeopleFacts, type PeopleRequest, type PeopleValues, peopleDocument, toPeopleFacts } from './facts.ts'
import { timetableShape } from './places.document.ts'
import {
	onceOrWhole,
	type ShownTimes,
	shownValues,
	type Timetable,
	type TimetableValues,
	timetableDocument,
	toTimetable,
} from './places.ts'
import { isPermitted, ownIds, type PartyValues, type PermittedParty, partyDocument, partyShape } from './visits.ts'

/** What the rules ask of people, and the timetable of the facility where the prisoner is: out of one snapshot. */
export interface Calendar {
	facts: PeopleFacts
	timetable: Timetable
}

const calendarShape = z.strictObject({ facilityId: uuid, people: peopleShape, timetable: timetableShape })
const permittedCalendarShape = z.strictObject({ party: partyShape.nullable(), calendar: calendarShape.nullable() })

type CalendarDocument = z.output<typeof calendarShape>

type PeopleNames = 'prisonerId' | 'visitorIds' | 'facilityId' | 'holdFor'
type CalendarValues = Omit<PeopleValues & TimetableValues, PeopleNames>

/** @param asked one row that says whom it is about: `prisoner_id`, `facility_id`, and the party's and the asker's `visitor_ids` */
function calendarDocument(asked: SQL, value: (name: keyof CalendarValues) => SQL): SQL {
	const of = (name: keyof PeopleValues | keyof TimetableValues): SQL => {
		switch (name) {
			case 'prisonerId':
			case 'holdFor':
				return sql`asked.prisoner_id`
			case 'visitorIds':
				return sql`asked.visitor_ids`
			case 'facilityId':
				return sql`asked.facility_id`
			default:
				return value(name)
		}
	}
	// Materialized: else PostgreSQL would find out whom it is about anew wherever it is asked.
	return sql`(with asked as materialized (${asked})
		select json_build_object('facilityId', asked.facility_id, 'people', ${peopleDocument(of)},
			'timetable', ${timetableDocument(of)}) from asked)`
}

const calendarStatement = documentStatement<
	CalendarValues & { prisonerId: string; visitorIds: string },
	CalendarDocument | null
>('calendar', calendarShape.nullable(), (value) =>
	calendarDocument(
		sql`select id as prisoner_id, facility_id, ${value('visitorIds')}::uuid[] as visitor_ids
			from prisoner where id = ${value('prisonerId')}::uuid`,
		value,
	),
)

/** A calendar of people who are known; null when there is no such prisoner. */
export function selectCalendar(db: DbOrTx, people: PeopleRequest, shown: ShownTimes): Promise<Calendar | null> {
	const { prisonerId, visitorIds } = people
	const values = { prisonerId, visitorIds: idList(visitorIds), ...calendarValues(people, shown) }
	return onceOrWhole(async (whole) => toCalendar(await calendarStatement(db, { ...values, whole }), shown))
}

const permittedCalendarStatement = documentStatement<
	CalendarValues & PartyValues & { partyRefs: string },
	z.output<typeof permittedCalendarShape>
>('permitted_calendar', permittedCalendarShape, (value) => {
	const visitorIds = sql`array(select ${value('visitorId')}::uuid
		union select v.id from visitor v where v.ref = any(string_to_array(${value('partyRefs')}, ','))
			and v.id in ${ownIds(value('visitorId'))} and ${isPermitted(sql`v.id`, sql`p.prisoner_id`)})`
	const asked = sql`select p.prisoner_id, pr.facility_id, ${visitorIds} as visitor_ids
		from permit p join prisoner pr on pr.id = p.prisoner_id where p.ref = ${value('permitRef')}`
	return sql`json_build_object('party', ${partyDocument(value)}, 'calendar', ${calendarDocument(asked, value)})`
})

/**
 * A calendar of those whom a permit and a visitor's choice name, by reference, and who may come along: whoever is chosen and may
 * not is left out. The visitor's own hold for the prisoner is read as given up. null when there is no such permit.
 */
export function selectPermittedCalendar(
	db: DbOrTx,
	chosen: { permitRef: string; visitorId: string; partyRefs: readonly string[] },
	people: Pick<PeopleRequest, 'since' | 'today'>,
	times: Omit<ShownTimes, 'replaced'>,
): Promise<(Calendar & { party: PermittedParty }) | null> {
	const shown = { ...times, replaced: { bookingId: null, holdOf: null } }
	const values = {
		...calendarValues({ ...people, idempotencyKey: null }, shown),
		...chosen,
		partyRefs: chosen.partyRefs.join(','),
		sessionRef: null,
		holdCreatedBy: chosen.visitorId,
	}
	return onceOrWhole(async (whole) => {
		const { party, calendar: document } = await permittedCalendarStatement(db, { ...values, whole })
		const calendar = toCalendar(document, shown)
		if (calendar === null || calendar === 'unknown') return calendar
		return party && { ...calendar, party }
	})
}

function calendarValues(
	{ since, today, idempotencyKey }: Pick<PeopleRequest, 'since' | 'today' | 'idempotencyKey'>,
	shown: ShownTimes,
) {
	return { since: since.toISOString(), today: today.toISOString(), idempotencyKey, ...shownValues(shown) }
}

function toCalendar(document: CalendarDocument | null, shown: ShownTimes): Calendar | 'unknown' | null {
	const facts = document && toPeopleFacts(document.people)
	if (!document || !facts) return null
	const timetable = toTimetable(document.facilityId, shown, document.timetable)
	return timetable === 'unknown' ? timetable : { facts, timetable }
}
