import { addDays, datesTouched, instantOf, type LocalDate, localDate, localTime } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Room } from './room.ts'

/** What a family would like: a day, how many nights, and how long where they have chosen. */
export interface StayRequest {
	/** The day on which the stay begins. */
	date: LocalDate
	/** 0 is a visit by day. */
	nights: number
	/** Real hours; each length that the room allows when left out. */
	hours?: number
}

type Hours = Pick<Room, 'minHours' | 'maxHours' | 'opens' | 'closes' | 'turnaroundMinutes' | 'reservations'>

/**
 * The ranges that are worth to ask about: they begin at each whole hour from opening on, or as soon as the room is made ready
 * after another stay, last a whole number of real hours that the room allows, and end within its hours, so many nights later.
 * A night in which the clock changes has an hour less or more. Whether one can be had is for the rules to say.
 */
export function candidateRanges(room: Hours, { date, nights, hours }: StayRequest): Span[] {
	const lengths = hours === undefined ? wholeHours(room) : [hours]
	const leaves = addDays(date, nights)
	return startsOn(room, date).flatMap((start) =>
		lengths
			.map((length) => ({ start, end: new Date(start.getTime() + length * 3_600_000) }))
			.filter((range) => datesTouched(range.start, range.end).last === leaves && endsWithin(room, range.end)),
	)
}

/** Of the ranges with one start the shortest: where that cannot be had, no longer one can. */
export function shortestOfEachStart(ranges: readonly Span[]): Span[] {
	const shortest = new Map<number, Span>()
	for (const range of ranges) {
		const known = shortest.get(range.start.getTime())
		if (!known || range.end < known.end) shortest.set(range.start.getTime(), range)
	}
	return [...shortest.values()]
}

function wholeHours({ minHours, maxHours }: Hours): number[] {
	return Array.from({ length: maxHours - minHours + 1 }, (_, index) => minHours + index)
}

function startsOn(room: Hours, date: LocalDate): Date[] {
	const [hour = 0, minute = 0] = room.opens.split(':').map(Number)
	const byTheHour = Array.from({ length: 24 - hour }, (_, index) =>
		instantOf(date, `${hour + index}:${String(minute).padStart(2, '0')}`),
	)
	const madeReady = room.reservations.map(({ end }) => new Date(end.getTime() + room.turnaroundMinutes * 60_000))
	const instants = [...byTheHour, ...madeReady].filter(
		(start) => localDate(start) === date && beginsWithin(room, start),
	)
	// In spring the missing hour and the one after it are the same instant.
	return [...new Set(instants.map((start) => start.getTime()))].sort((a, b) => a - b).map((time) => new Date(time))
}

function beginsWithin({ opens, closes }: Hours, start: Date): boolean {
	const time = localTime(start)
	return opens <= time && time < closes
}

function endsWithin({ opens, closes }: Hours, end: Date): boolean {
	const time = localTime(end)
	const ends = time === '00:00' ? '24:00' : time
	return opens <= ends && ends <= closes
}
