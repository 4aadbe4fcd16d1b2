import { besideItsMove, type TakenPlace } from '#app/domain/bookings/beside-its-move.ts'
import { type PublicReasons, redactForFamily } from '#app/domain/bookings/public-reasons.ts'
import type { RuleInput } from '#app/domain/bookings/rule-input.ts'
import { refusalsAgainst } from '#app/domain/bookings/rules.ts'
import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type Calendar, selectCalendar, selectPermittedCalendar } from '#db/queries/bookings/calendar.ts'
import type { SessionWithTaken } from '#db/queries/bookings/places.ts'
import type { OwnPerson } from '#db/queries/bookings/visits.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'
import { bookingRequestOf } from './book.server.ts'
import type { BookingRequest } from './booking-request.ts'
import { choiceIn, chosenOf, type PartyChoice } from './choices.server.ts'
import { replacedBy } from './evaluate.server.ts'
import { aboutPeople, countedFrom, peopleOf } from './read-people.server.ts'

/** Weeks that a calendar shows. */
export const calendarWeeks = 8

/** One session of the calendar: offered, or everything that stands against it and what the family may read of that. */
export interface CalendarSession {
	session: SessionWithTaken
	refusals: readonly Refusal[]
	publicReasons: PublicReasons
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
export async function visitCalendar(db: DbOrTx, request: BookingRequest, now: Date): Promise<VisitCalendar> {
	const found = await selectCalendar(db, aboutPeople(request, now), {
		...shownFrom(now),
		replaced: replacedBy(request),
	})
	if (!found) throw new ServiceError('not-found', 'There is no such prisoner')
	return answered(request, found, now)
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
	const request = bookingRequestOf(ctx, {
		prisonerId: choice.prisoner.id,
		partyIds: party.map((one) => one.id),
		askFor,
	})
	return { choice, party, calendar: answered(request, found, now) }
}

function shownFrom(now: Date): { from: Date; until: Date; now: Date } {
	const today = localDate(now)
	return { from: instantOf(today, '00:00'), until: instantOf(addDays(today, 7 * calendarWeeks + 1), '00:00'), now }
}

function answered(request: BookingRequest, { facts, timetable }: Calendar, now: Date): VisitCalendar {
	const { visit, viewer } = peopleOf(request, facts)
	const { facilityId } = visit.prisoner
	const policy = policyOf(timetable.policy)
	const { closures } = timetable
	// A visitor's confirmed visit stands until its move is answered.
	const standing =
		request.requester.kind === 'visitor'
			? facts?.bookings.find(({ id, state }) => id === request.replaces && state === 'confirmed')
			: undefined
	const sessions = timetable.sessions.map((session) => {
		const { area, start, end } = session
		const ruleInput: RuleInput = {
			visit,
			venue: { kind: 'session', session, closures, facilityId, area, start, end },
			holdRanOut: false,
		}
		const asks = standing && (session.approval ?? policy.approval) === 'request'
		const besideIt = asks ? besideItsMove(taken(standing), taken({ start, end, roomId: null })) : null
		const refusals = [...refusalsAgainst(ruleInput, policy, now), ...(besideIt ? [besideIt] : [])]
		return { session, refusals, publicReasons: redactForFamily(refusals, viewer) }
	})
	return { facilityId, policy, sessions, hasPermit: viewer.hasPermit }
}

const taken = ({ start, end, roomId }: Omit<TakenPlace, 'blockedUntil'>): TakenPlace => ({
	...{ start, end, roomId },
	blockedUntil: end,
})
