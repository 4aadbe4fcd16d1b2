import { expect, it } from 'vitest'
import { sessionHorizon } from '#app/domain/timetable/horizon.ts'

it('reaches eight weeks and a week ahead, or further where visits are booked further ahead', () => {
	expect(sessionHorizon('2026-11-23', { maxDaysAhead: 28 })).toBe('2027-01-25')
	expect(sessionHorizon('2026-11-23', { maxDaysAhead: 90 })).toBe('2027-02-28')
})
