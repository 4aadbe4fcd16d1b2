import type { Asked } from '#app/domain/booking/asked.ts'
import { type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectCalendar } from '#db/queries/bookings/calendar.ts'
import type { KnownSession, Timetable } from '#db/queries/bookings/places.ts'
import { selectFacilityOfPrisoner } from '#db/queries/prisoners.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'
import { type AskedPeople, aboutPeople, givenUpBy, peopleOf, type VisitAsk } from './ask.server.ts'

/** Weeks that a calendar shows. */
export const calendarWeeks = 8

/** One session of the calendar: offered, or everything that stands against it and what the family may read of that. */
export interface CalendarSession {
	session: KnownSession
	refusals: readonly Refusal[]
	told: FamilyAnswer
}

export interface VisitCalendar {
	facilityId: string
	policy: Policy
	/** In order of time. */
	sessions: CalendarSession[]
	hasPermit: boolean
}

/**
 * Every session of the prisoner's facility from today on, each asked the very rules that a booking is asked: eight
 * weeks. The same answer serves 'choose a time' and 'why no time?'. Whoever knows where the prisoner is says it, and saves a
 * look.
 *
 * @throws ServiceError `not-found`
 */
export async function visitCalendar(
	db: DbOrTx,
	ask: VisitAsk,
	now: Date,
	knownAt: string | null = null,
): Promise<VisitCalendar> {
	const { people, timetable } = await readCalendar(db, ask, now, knownAt)
	const { visit, reader } = people
	const { facilityId } = visit.prisoner
	const policy = policyOf(timetable.policy)
	const { closures } = timetable
	const sessions = timetable.sessions.map((session) => {
		const { area, start, end } = session
		const asked: Asked = {
			visit,
			place: { kind: 'session', session, closures, facilityId, area, start, end },
			holdRanOut: false,
		}
		const refusals = refusalsAgainst(asked, policy, now)
		return { session, refusals, told: familyAnswer(refusals, reader) }
	})
	return { facilityId, policy, sessions, hasPermit: reader.hasPermit }
}

/** The people and the timetable out of one snapshot. A prisoner who was moved since is looked for where they are now. */
async function readCalendar(
	db: DbOrTx,
	ask: VisitAsk,
	now: Date,
	knownAt: string | null,
): Promise<{ people: AskedPeople; timetable: Timetable }> {
	const today = localDate(now)
	const shown = {
		from: instantOf(today, '00:00'),
		until: instantOf(addDays(today, 7 * calendarWeeks + 1), '00:00'),
		now,
		givenUp: givenUpBy(ask),
	}
	let facilityId = knownAt ?? (await selectFacilityOfPrisoner(db, ask.prisonerId))
	while (facilityId !== null) {
		const { facts, timetable } = await selectCalendar(db, aboutPeople(ask, now), { facilityId, ...shown })
		const people = peopleOf(ask, facts)
		if (people.visit.prisoner.facilityId === facilityId) return { people, timetable }
		facilityId = people.visit.prisoner.facilityId
	}
	throw new ServiceError('not-found', 'There is no such prisoner')
}
