import { describe, expect, it } from 'vitest'
import { tooSoon } from '#app/domain/bookings/too-soon.ts'
import { codeOf, oslo, sessionPlace, span } from '../support/builders.ts'

describe('too-soon', () => {
	it('is silent when just enough hours are left, and stands a moment later', () => {
		expect(codeOf(tooSoon, {}, {}, oslo('2026-11-25T12:00'))).toBeNull()
		expect(codeOf(tooSoon, {}, {}, new Date(oslo('2026-11-25T12:00').getTime() + 1))).toBe('too-soon')
	})
	it('counts real hours: a day with a clock change is 23 hours in spring and 25 in autumn', () => {
		const spring = { venue: sessionPlace(span('2027-03-28T12:00', '2027-03-28T13:00')) }
		expect(codeOf(tooSoon, spring, {}, oslo('2027-03-27T12:00'))).toBe('too-soon')
		expect(codeOf(tooSoon, spring, {}, oslo('2027-03-27T11:00'))).toBeNull()
		const autumn = { venue: sessionPlace(span('2026-10-25T12:00', '2026-10-25T13:00')) }
		expect(codeOf(tooSoon, autumn, {}, oslo('2026-10-24T13:00'))).toBeNull()
		expect(codeOf(tooSoon, autumn, {}, oslo('2026-10-24T13:01'))).toBe('too-soon')
	})
	it('stands once the visit has started, even where no notice is asked for', () => {
		expect(codeOf(tooSoon, {}, { minNoticeHours: 0 }, oslo('2026-11-26T11:59'))).toBeNull()
		expect(codeOf(tooSoon, {}, { minNoticeHours: 0 }, oslo('2026-11-26T12:00'))).toBe('too-soon')
	})
})
