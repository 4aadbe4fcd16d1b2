import { describe, expect, it } from 'vitest'
import { tooFarAhead } from '#app/domain/bookings/too-far-ahead.ts'
import { codeOf, oslo, sessionPlace, span } from '../support/builders.ts'

describe('too-far-ahead', () => {
	const on = (date: string) => ({ venue: sessionPlace(span(`${date}T23:00`, `${date}T23:59`)) })

	it('counts by local date, whatever the hour', () => {
		expect(codeOf(tooFarAhead, on('2026-12-21'), {}, oslo('2026-11-23T00:00'))).toBeNull()
		expect(codeOf(tooFarAhead, on('2026-12-22'), {}, oslo('2026-11-23T23:59'))).toBe('too-far-ahead')
		expect(codeOf(tooFarAhead, on('2026-12-22'), {}, oslo('2026-11-24T00:00'))).toBeNull()
	})
	it('counts days, not hours, over a clock change', () => {
		expect(codeOf(tooFarAhead, on('2027-04-10'), {}, oslo('2027-03-13T12:00'))).toBeNull()
		expect(codeOf(tooFarAhead, on('2027-04-11'), {}, oslo('2027-03-13T12:00'))).toBe('too-far-ahead')
	})
	it("follows the facility's own horizon", () => {
		expect(codeOf(tooFarAhead, on('2026-12-22'), { maxDaysAhead: 56 })).toBeNull()
		expect(codeOf(tooFarAhead, on('2026-11-24'), { maxDaysAhead: 0 })).toBe('too-far-ahead')
	})
})
