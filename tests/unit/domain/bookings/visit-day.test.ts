import { describe, expect, it } from 'vitest'
import { daysOf, elapsedHours, firstDay, lastDay } from '#app/domain/bookings/visit-day.ts'
import { span } from '../support/builders.ts'

describe('the days of a visit', () => {
	it('are one for an hour, even one that ends at midnight', () => {
		expect(daysOf(span('2026-11-26T12:00', '2026-11-26T13:00'))).toEqual(['2026-11-26'])
		expect(daysOf(span('2026-11-26T23:00', '2026-11-27T00:00'))).toEqual(['2026-11-26'])
	})
	it('are every local date that a stay touches', () => {
		const stay = span('2027-03-27T18:00', '2027-03-29T00:30')
		expect(daysOf(stay)).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
		expect(firstDay(stay)).toBe('2027-03-27')
		expect(lastDay(stay)).toBe('2027-03-29')
	})
})

describe('elapsedHours', () => {
	it('counts real hours: 23 over the spring change and 25 over the autumn change', () => {
		expect(elapsedHours(span('2027-03-27T18:00', '2027-03-28T18:00'))).toBe(23)
		expect(elapsedHours(span('2026-10-24T18:00', '2026-10-25T18:00'))).toBe(25)
		expect(elapsedHours(span('2026-11-26T12:00', '2026-11-26T12:45'))).toBe(0.75)
	})
})
