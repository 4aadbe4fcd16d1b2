import type { Asked } from '#app/domain/booking/asked.ts'
import { type AnswerReader, type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { addDays, instantOf, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import { candidateRanges, type StayWish, shortestOfEachStart } from '#app/domain/rooms/candidate-ranges.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type KnownRoom, selectRoom } from '#db/queries/bookings/places.ts'
import { givenUpBy, readVisit, type VisitAsk } from '../bookings/ask.server.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'

/** What can be had of a room on a day: concrete ranges, or why there are none. */
export interface RoomOffers {
	room: KnownRoom
	policy: Policy
	/** By start, then by length. Each was asked the very rules that booking it is asked. */
	offered: Span[]
	/** Everything that stands against the range that least stands against; empty when something is offered. */
	refusals: readonly Refusal[]
	/** What the family may read of that. */
	told: FamilyAnswer
}

/**
 * The ranges of a room that a party can book from a day on, by day or over so many nights.
 *
 * @throws ServiceError `not-found` (no such prisoner, visitor or room)
 */
export async function roomOffers(
	db: DbOrTx,
	ask: VisitAsk,
	stay: StayWish & { roomId: string },
	now: Date,
): Promise<RoomOffers> {
	const question = await readQuestion(db, ask, { roomId: stay.roomId, first: stay.date, last: stay.date, stay }, now)
	const { room, policy, reader } = question
	const answers = candidateRanges(room, stay).map((range) => ({ range, refusals: question.against(range) }))
	const offered = answers.filter(({ refusals }) => refusals.length === 0).map(({ range }) => range)
	const [first = question.against(unfitting(room, stay)), ...others] = answers.map(({ refusals }) => refusals)
	const refusals = others.reduce((fewest, one) => (one.length < fewest.length ? one : fewest), first)
	return { room, policy, offered, refusals, told: familyAnswer(refusals, reader) }
}

/**
 * The days, from today on as far as the facility books ahead, with how many times of day a stay of so many nights can begin at.
 *
 * @throws ServiceError `not-found`
 */
export async function freeDays(
	db: DbOrTx,
	ask: VisitAsk,
	stay: Omit<StayWish, 'date'> & { roomId: string },
	now: Date,
): Promise<{ date: LocalDate; count: number }[]> {
	const first = localDate(now)
	const question = await readQuestion(db, ask, { roomId: stay.roomId, first, last: addDays(first, 366), stay }, now)
	const days = Array.from({ length: question.policy.maxDaysAhead + 1 }, (_, ahead) => addDays(first, ahead))
	return days.map((date) => {
		const ranges = shortestOfEachStart(candidateRanges(question.room, { ...stay, date }))
		return { date, count: ranges.filter((range) => question.against(range).length === 0).length }
	})
}

interface Question {
	room: KnownRoom
	policy: Policy
	reader: AnswerReader
	against(range: Span): Refusal[]
}

/** Reads the people and the room once; a range is then asked without the database. */
async function readQuestion(
	db: DbOrTx,
	ask: VisitAsk,
	{ roomId, first, last, stay }: { roomId: string; first: LocalDate; last: LocalDate; stay: Pick<StayWish, 'nights'> },
	now: Date,
): Promise<Question> {
	const { visit, reader } = await readVisit(db, ask, now)
	const from = instantOf(first, '00:00')
	const until = instantOf(addDays(last, stay.nights + 1), '00:00')
	const found = await selectRoom(db, { roomId, from, until, now, givenUp: givenUpBy(ask) })
	if (!found) throw new ServiceError('not-found', 'There is no such room')
	const { room, closures } = found
	const policy = policyOf(found.policy)
	const against = ({ start, end }: Span) => {
		const place = { kind: 'room', room, closures, facilityId: room.facilityId, area: room.id, start, end } as const
		const asked: Asked = { visit, place, holdRanOut: ask.holdRanOut }
		return refusalsAgainst(asked, policy, now)
	}
	return { room, policy, reader, against }
}

/** Where no range fits the room at all: what comes nearest to the wish, for the rules to say why not. */
function unfitting(room: KnownRoom, { date, nights, hours }: StayWish): Span {
	const start = instantOf(date, room.opens)
	const shortest = new Date(start.getTime() + (hours ?? room.minHours) * 3_600_000)
	return { start, end: nights === 0 ? shortest : instantOf(addDays(date, nights), room.opens) }
}
