import type { Asked } from '#app/domain/booking/asked.ts'
import { type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type Calendar, selectCalendar, selectPermittedCalendar } from '#db/queries/bookings/calendar.ts'
import type { KnownSession } from '#db/queries/bookings/places.ts'
import type { OwnPerson } from '#db/queries/bookings/visits.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'
import { aboutPeople, countedFrom, givenUpBy, peopleOf, type VisitAsk } from './ask.server.ts'
import { visitAskOf } from './book.server.ts'
import { choiceIn, chosenOf, type PartyChoice } from './choices.server.ts'

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
	const found = await selectCalendar(db, aboutPeople(ask, now), { ...shownFrom(now), givenUp: givenUpBy(ask) })
	if (!found) throw new ServiceError('not-found', 'There is no such prisoner')
	return answered(ask, found, now)
}

/** Whom a family has chosen for a visit, by the references that an address carries. */
export interface ChosenByRef {
	permitRef: string
	partyRefs: readonly string[]
	/** Stricter controls asked for by name. */
	askFor: readonly Control[]
}

/**
 * The same for whoever a permit and the visitor's choice name, with who may come along at all: one read. The calendar is null
 * when none of those who were chosen may.
 *
 * @throws ServiceError `not-found` (no such permit)
 */
export async function permittedCalendar(
	ctx: Ctx,
	{ permitRef, partyRefs, askFor }: ChosenByRef,
): Promise<{ choice: PartyChoice; party: OwnPerson[]; calendar: VisitCalendar | null }> {
	const { db, now } = ctx
	const { visitorId } = requireVisitor(ctx)
	const chosen = { permitRef, visitorId, partyRefs }
	const found = await selectPermittedCalendar(db, chosen, countedFrom(now), shownFrom(now))
	const choice = choiceIn(found?.party ?? null, visitorId)
	const party = chosenOf(choice, partyRefs)
	if (!found || party.length === 0) return { choice, party, calendar: null }
	const ask = visitAskOf(ctx, { prisonerId: choice.prisoner.id, partyIds: party.map((one) => one.id), askFor })
	return { choice, party, calendar: answered(ask, found, now) }
}

function shownFrom(now: Date): { from: Date; until: Date; now: Date } {
	const today = localDate(now)
	return { from: instantOf(today, '00:00'), until: instantOf(addDays(today, 7 * calendarWeeks + 1), '00:00'), now }
}

function answered(ask: VisitAsk, { facts, timetable }: Calendar, now: Date): VisitCalendar {
	const { visit, reader } = peopleOf(ask, facts)
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
