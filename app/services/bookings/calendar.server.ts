import type { Asked } from '#app/domain/booking/asked.ts'
import { type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type KnownSession, selectTimetable } from '#db/queries/bookings/places.ts'
import { policyOf } from '../policy.server.ts'
import { givenUpBy, readVisit, type VisitAsk } from './ask.server.ts'

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
 * weeks. The same answer serves 'choose a time' and 'why no time?'.
 *
 * @throws ServiceError `not-found`
 */
export async function visitCalendar(db: DbOrTx, ask: VisitAsk, now: Date): Promise<VisitCalendar> {
	const { visit, reader } = await readVisit(db, ask, now)
	const today = localDate(now)
	const { facilityId } = visit.prisoner
	const timetable = await selectTimetable(db, {
		facilityId,
		from: instantOf(today, '00:00'),
		until: instantOf(addDays(today, 7 * calendarWeeks + 1), '00:00'),
		now,
		givenUp: givenUpBy(ask),
	})
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
