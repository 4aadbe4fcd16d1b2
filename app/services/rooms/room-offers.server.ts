import { type PublicReasons, redactForFamily, type Viewer } from '#app/domain/bookings/public-reasons.ts'
import type { RuleInput } from '#app/domain/bookings/rule-input.ts'
import { refusalsAgainst } from '#app/domain/bookings/rules.ts'
import { addDays, instantOf, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import { candidateRanges, type StayRequest, shortestOfEachStart } from '#app/domain/rooms/candidate-ranges.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type NamedRoom, selectRoom } from '#db/queries/bookings/places.ts'
import type { BookingRequest } from '../bookings/booking-request.ts'
import { replacedBy } from '../bookings/evaluate.server.ts'
import { readVisit } from '../bookings/read-people.server.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'

/** What can be had of a room on a day: concrete ranges, or why there are none. */
export interface RoomOffers {
	room: NamedRoom
	policy: Policy
	/** By start, then by length. Each was asked the very rules that booking it is asked. */
	offered: Span[]
	/** Everything that stands against the range that least stands against; empty when something is offered. */
	refusals: readonly Refusal[]
	/** What the family may read of that. */
	publicReasons: PublicReasons
}

/**
 * The ranges of a room that a party can book from a day on, by day or over so many nights.
 *
 * @throws ServiceError `not-found` (no such prisoner, visitor or room)
 */
export async function roomOffers(
	db: DbOrTx,
	request: BookingRequest,
	stay: StayRequest & { roomId: string },
	now: Date,
): Promise<RoomOffers> {
	const question = await readQuestion(
		db,
		request,
		{ roomId: stay.roomId, first: stay.date, last: stay.date, stay },
		now,
	)
	const { room, policy, viewer } = question
	const answers = candidateRanges(room, stay).map((range) => ({ range, refusals: question.against(range) }))
	const offered = answers.filter(({ refusals }) => refusals.length === 0).map(({ range }) => range)
	const [first = question.against(unfitting(room, stay)), ...others] = answers.map(({ refusals }) => refusals)
	const refusals = others.reduce((fewest, one) => (one.length < fewest.length ? one : fewest), first)
	return { room, policy, offered, refusals, publicReasons: redactForFamily(refusals, viewer) }
}

/**
 * The days, from today on as far as the facility books ahead, with how many times of day a stay of so many nights can begin at.
 *
 * @throws ServiceError `not-found`
 */
export async function freeDays(
	db: DbOrTx,
	request: BookingRequest,
	stay: Omit<StayRequest, 'date'> & { roomId: string },
	now: Date,
): Promise<{ date: LocalDate; count: number }[]> {
	const first = localDate(now)
	const question = await readQuestion(db, request, { roomId: stay.roomId, first, last: addDays(first, 366), stay }, now)
	const days = Array.from({ length: question.policy.maxDaysAhead + 1 }, (_, ahead) => addDays(first, ahead))
	return days.map((date) => {
		const ranges = shortestOfEachStart(candidateRanges(question.room, { ...stay, date }))
		return { date, count: ranges.filter((range) => question.against(range).length === 0).length }
	})
}

interface Question {
	room: NamedRoom
	policy: Policy
	viewer: Viewer
	against(range: Span): Refusal[]
}

/** Reads the people and the room once; a range is then asked without the database. */
async function readQuestion(
	db: DbOrTx,
	request: BookingRequest,
	{
		roomId,
		first,
		last,
		stay,
	}: { roomId: string; first: LocalDate; last: LocalDate; stay: Pick<StayRequest, 'nights'> },
	now: Date,
): Promise<Question> {
	const { visit, viewer } = await readVisit(db, request, now)
	const from = instantOf(first, '00:00')
	const until = instantOf(addDays(last, stay.nights + 1), '00:00')
	const found = await selectRoom(db, { roomId, from, until, now, replaced: replacedBy(request) })
	if (!found) throw new ServiceError('not-found', 'There is no such room')
	const { room, closures } = found
	const policy = policyOf(found.policy)
	const against = ({ start, end }: Span) => {
		const venue = { kind: 'room', room, closures, facilityId: room.facilityId, area: room.id, start, end } as const
		const ruleInput: RuleInput = { visit, venue, holdRanOut: request.holdRanOut }
		return refusalsAgainst(ruleInput, policy, now)
	}
	return { room, policy, viewer, against }
}

/** Where no range fits the room at all: what comes nearest to the waiting-list entry, for the rules to say why not. */
function unfitting(room: NamedRoom, { date, nights, hours }: StayRequest): Span {
	const start = instantOf(date, room.opens)
	const shortest = new Date(start.getTime() + (hours ?? room.minHours) * 3_600_000)
	return { start, end: nights === 0 ? shortest : instantOf(addDays(date, nights), room.opens) }
}
