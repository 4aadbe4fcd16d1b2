import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { answering, documentStatement, type Sent } from '../statement.ts'
import {
	type PeopleAsk,
	type PeopleDocument,
	type PeopleFacts,
	type PeopleValues,
	peopleDocument,
	peopleValues,
	toPeopleFacts,
} from './facts.ts'
import {
	type Timetable,
	type TimetableAsk,
	type TimetableDocument,
	type TimetableValues,
	timetableDocument,
	timetableQuestion,
} from './places.ts'

const calendarStatement = documentStatement<
	PeopleValues & TimetableValues,
	{ people: PeopleDocument; timetable: TimetableDocument }
>(
	'calendar',
	(value) => sql`json_build_object('people', ${peopleDocument(value)}, 'timetable', ${timetableDocument(value)})`,
)

/** What the rules ask of people, and a facility's timetable, out of one snapshot; people are null without such a prisoner. */
export function selectCalendar(
	db: DbOrTx,
	people: PeopleAsk,
	timetable: TimetableAsk,
): Sent<{ facts: PeopleFacts | null; timetable: Timetable }> {
	const { values, read } = timetableQuestion(timetable)
	return answering(calendarStatement(db, { ...peopleValues(people), ...values }), (document) => ({
		facts: toPeopleFacts(document.people),
		timetable: read(document.timetable),
	}))
}
