import { describe, expect, it } from 'vitest'
import { localTime } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { candidateRanges, shortestOfEachStart } from '#app/domain/rooms/candidate-ranges.ts'
import type { Room } from '#app/domain/rooms/room.ts'
import { roomPlace, span } from '../support/builders.ts'

const room = (changes: Partial<Room> = {}) => roomPlace(changes).room
const times = (ranges: Span[]) => ranges.map(({ start, end }) => `${localTime(start)}-${localTime(end)}`)
const hours = ({ start, end }: Span) => (end.getTime() - start.getTime()) / 3_600_000

describe('ranges by day', () => {
	const playRoom = room({ opens: '10:00', closes: '14:00', minHours: 1, maxHours: 2 })

	it('begin at each whole hour from opening on and last a whole number of hours within it', () => {
		expect(times(candidateRanges(playRoom, { date: '2026-11-26', nights: 0 }))).toEqual([
			'10:00-11:00',
			'10:00-12:00',
			'11:00-12:00',
			'11:00-13:00',
			'12:00-13:00',
			'12:00-14:00',
			'13:00-14:00',
		])
	})

	it('are only of the length that was chosen', () => {
		const ranges = candidateRanges(playRoom, { date: '2026-11-26', nights: 0, hours: 2 })
		expect(times(ranges)).toEqual(['10:00-12:00', '11:00-13:00', '12:00-14:00'])
	})

	it('begin as well when the room has been made ready after another stay', () => {
		const used = { ...playRoom, turnaroundMinutes: 45, reservations: [span('2026-11-26T10:00', '2026-11-26T11:45')] }
		const ranges = candidateRanges(used, { date: '2026-11-26', nights: 0, hours: 1 })
		expect(times(ranges)).toContain('12:30-13:30')
	})

	it('may end at midnight where the room is open until then', () => {
		const late = room({ opens: '22:00', closes: '24:00', minHours: 1, maxHours: 4 })
		expect(times(candidateRanges(late, { date: '2026-11-26', nights: 0 }))).toEqual([
			'22:00-23:00',
			'22:00-00:00',
			'23:00-00:00',
		])
	})

	it('are none where the room is open for less than its shortest stay', () => {
		expect(
			candidateRanges(room({ opens: '10:00', closes: '12:00', minHours: 3 }), { date: '2026-11-26', nights: 0 }),
		).toEqual([])
	})

	it('keep to the half hour of a room that opens then', () => {
		const ranges = candidateRanges({ ...playRoom, opens: '10:30' }, { date: '2026-11-26', nights: 0, hours: 2 })
		expect(times(ranges)).toEqual(['10:30-12:30', '11:30-13:30'])
	})
})

describe('ranges over night', () => {
	const house = room({ opens: '12:00', closes: '18:00', minHours: 18, maxHours: 24 })
	const noons = (date: string, of = house) =>
		candidateRanges(of, { date, nights: 1 }).filter(({ start }) => localTime(start) === '12:00')

	it('end on the morning after, within the opening hours', () => {
		const ranges = candidateRanges(house, { date: '2026-11-26', nights: 1 })
		expect(times(ranges)).toContain('17:00-12:00')
		expect(ranges.every((range) => localTime(range.end) >= '12:00' && localTime(range.end) <= '18:00')).toBe(true)
		expect(times(noons('2026-11-26'))).toEqual(['12:00-12:00'])
	})

	it('have an hour less in the night in which the clock goes forward', () => {
		expect(noons('2027-03-27').map((range) => [localTime(range.end), hours(range)])).toEqual([
			['12:00', 23],
			['13:00', 24],
		])
	})

	it('have an hour more in the night in which it goes back: from noon to noon is too long for 24 hours', () => {
		expect(noons('2026-10-24')).toEqual([])
		const longer = noons('2026-10-24', { ...house, maxHours: 25 })
		expect(longer.map((range) => [localTime(range.end), hours(range)])).toEqual([['12:00', 25]])
	})

	it('count each night', () => {
		const weekend = room({ opens: '12:00', closes: '13:00', minHours: 40, maxHours: 72 })
		const ranges = candidateRanges(weekend, { date: '2026-11-27', nights: 2 })
		expect(ranges.map((range) => [localTime(range.start), localTime(range.end), hours(range)])).toEqual([
			['12:00', '12:00', 48],
			['12:00', '13:00', 49],
		])
	})
})

describe('the hours of a day on which the clock changes', () => {
	const always = room({ minHours: 1, maxHours: 1 })

	it('are 23 in spring, and none is asked twice', () => {
		const ranges = candidateRanges(always, { date: '2027-03-28', nights: 0 })
		expect(ranges).toHaveLength(23)
		expect(new Set(ranges.map(({ start }) => start.getTime())).size).toBe(23)
	})

	it('are the 24 of the wall clock in autumn', () => {
		expect(candidateRanges(always, { date: '2026-10-25', nights: 0 })).toHaveLength(24)
	})
})

it('knows the shortest range of each start', () => {
	const ranges = candidateRanges(room({ opens: '10:00', closes: '13:00', minHours: 1, maxHours: 3 }), {
		date: '2026-11-26',
		nights: 0,
	})
	expect(times(shortestOfEachStart(ranges))).toEqual(['10:00-11:00', '11:00-12:00', '12:00-13:00'])
})
