import { describe, expect, it } from 'vitest'
import { monthlyHoursLimit } from '#app/domain/bookings/monthly-hours-limit.ts'
import { codeOf, counsel, oslo, otherBooking, roomPlace, sessionPlace, span, visit } from '../support/builders.ts'

describe('monthly-hours-limit', () => {
	const booked = (from: string, to: string, changes: Parameters<typeof otherBooking>[0] = {}) => ({
		visit: visit({ bookings: [otherBooking({ ...span(from, to), ...changes })] }),
	})
	const five = { hoursPerMonth: 5 }

	it('is silent where no limit is set', () => {
		expect(codeOf(monthlyHoursLimit, booked('2026-11-01T00:00', '2026-11-20T00:00'))).toBeNull()
	})
	it('is silent when the month comes to the limit, and stands when it would pass it', () => {
		expect(codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T16:00'), five)).toBeNull()
		expect(codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T16:01'), five)).toBe('monthly-hours-limit')
	})
	it('stands for one visit that is longer than the limit', () => {
		expect(codeOf(monthlyHoursLimit, {}, { hoursPerMonth: 0.5 })).toBe('monthly-hours-limit')
	})
	it('counts by the local month of the start', () => {
		expect(codeOf(monthlyHoursLimit, booked('2026-10-31T23:59', '2026-11-02T00:00'), five)).toBeNull()
		expect(codeOf(monthlyHoursLimit, booked('2026-11-01T00:00', '2026-11-01T10:00'), five)).toBe('monthly-hours-limit')
		expect(codeOf(monthlyHoursLimit, booked('2026-12-01T00:00', '2026-12-01T10:00'), five)).toBeNull()
	})
	it('counts what came to nothing as the weekly limit does', () => {
		expect(codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T17:00', { state: 'no-show' }), five)).toBe(
			'monthly-hours-limit',
		)
		expect(
			codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T17:00', { state: 'cancelled' }), five),
		).toBeNull()
	})
	it("counts the prisoner's family visits only, and leaves official ones alone", () => {
		expect(
			codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T17:00', { prisonerId: 'P2' }), five),
		).toBeNull()
		expect(
			codeOf(monthlyHoursLimit, booked('2026-11-02T12:00', '2026-11-02T17:00', { track: 'official' }), five),
		).toBeNull()
		const official = visit({
			party: [counsel('Lise')],
			bookings: [otherBooking(span('2026-11-02T12:00', '2026-11-02T17:00'))],
		})
		expect(codeOf(monthlyHoursLimit, { visit: official }, five)).toBeNull()
	})
	it('counts nothing of video', () => {
		const hours = ['2026-11-02T12:00', '2026-11-02T17:00'] as const
		expect(codeOf(monthlyHoursLimit, booked(...hours, { setting: 'video' }), five)).toBeNull()
		const venue = sessionPlace({ setting: 'video' })
		expect(codeOf(monthlyHoursLimit, { ...booked(...hours), venue }, five)).toBeNull()
	})
	it('counts a visit and the request to move it once, by the longer', () => {
		const bookings = [
			otherBooking(span('2026-11-02T12:00', '2026-11-02T15:00')),
			otherBooking({ id: 'B2', movesId: 'B1', state: 'requested', ...span('2026-11-03T12:00', '2026-11-03T16:00') }),
		]
		expect(codeOf(monthlyHoursLimit, { visit: visit({ bookings }) }, five)).toBeNull()
		expect(codeOf(monthlyHoursLimit, { visit: visit({ bookings }) }, { hoursPerMonth: 4.5 })).toBe(
			'monthly-hours-limit',
		)
	})
	it('counts real hours over a clock change', () => {
		const spring = { venue: roomPlace({}, span('2027-03-27T18:00', '2027-03-28T18:00')) }
		expect(codeOf(monthlyHoursLimit, spring, { hoursPerMonth: 23 }, oslo('2027-03-20T12:00'))).toBeNull()
		const autumn = { venue: sessionPlace(span('2026-10-24T18:00', '2026-10-25T18:00')) }
		expect(codeOf(monthlyHoursLimit, autumn, { hoursPerMonth: 24 }, oslo('2026-10-20T12:00'))).toBe(
			'monthly-hours-limit',
		)
	})
})
