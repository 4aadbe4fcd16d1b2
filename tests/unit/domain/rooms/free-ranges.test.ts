import { expect, it } from 'vitest'
import { localTime } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { freeRanges } from '#app/domain/rooms/free-ranges.ts'
import { span } from '../support/builders.ts'

const day = span('2026-11-26T08:00', '2026-11-26T20:00')
const free = (turnaroundMinutes: number, ...reservations: Span[]) =>
	freeRanges({ turnaroundMinutes, reservations }, day).map(({ start, end }) => `${localTime(start)}-${localTime(end)}`)

it('is the whole span of a room that nobody has reserved', () => {
	expect(free(60)).toEqual(['08:00-20:00'])
})

it('keeps the turn-around before and after each reservation', () => {
	const [noon, evening] = [span('2026-11-26T12:00', '2026-11-26T13:00'), span('2026-11-26T17:00', '2026-11-26T18:00')]
	expect(free(60, evening, noon)).toEqual(['08:00-11:00', '14:00-16:00', '19:00-20:00'])
})

it('leaves out what is too short to be anything, and what reservations outside still keep', () => {
	const night = span('2026-11-25T18:00', '2026-11-26T07:30')
	const late = span('2026-11-26T20:30', '2026-11-27T08:00')
	expect(free(60, night, late)).toEqual(['08:30-19:30'])
	expect(free(60, span('2026-11-26T09:00', '2026-11-26T19:00'))).toEqual([])
})

it('is not confused by reservations that overlap', () => {
	const long = span('2026-11-26T09:00', '2026-11-26T15:00')
	expect(free(0, long, span('2026-11-26T10:00', '2026-11-26T11:00'))).toEqual(['08:00-09:00', '15:00-20:00'])
})
