import { describe, expect, it } from 'vitest'
import { closedDay } from '#app/domain/bookings/closed-day.ts'
import { closure, codeOf, oslo, roomPlace, sessionPlace, span } from '../support/builders.ts'

describe('closed-day', () => {
	const closedBy = (changes: Parameters<typeof closure>[0]) => ({ venue: sessionPlace({}, [closure(changes)]) })
	const day = { first: '2026-11-26', last: '2026-11-26' }

	it('is silent on an open day', () => {
		expect(codeOf(closedDay)).toBeNull()
	})
	it('counts both dates of a closure', () => {
		expect(codeOf(closedDay, closedBy(day))).toBe('closed-day')
		expect(codeOf(closedDay, closedBy({ first: '2026-11-20', last: '2026-11-26' }))).toBe('closed-day')
		expect(codeOf(closedDay, closedBy({ first: '2026-11-26', last: '2026-11-30' }))).toBe('closed-day')
		expect(codeOf(closedDay, closedBy({ first: '2026-11-20', last: '2026-11-25' }))).toBeNull()
		expect(codeOf(closedDay, closedBy({ first: '2026-11-27', last: '2026-11-30' }))).toBeNull()
	})
	it('is open-ended on the side where a date is missing', () => {
		expect(codeOf(closedDay, closedBy({ first: '2026-11-01' }))).toBe('closed-day')
		expect(codeOf(closedDay, closedBy({ first: '2026-11-27' }))).toBeNull()
		expect(codeOf(closedDay, closedBy({ last: '2026-12-01' }))).toBe('closed-day')
	})
	it('touches only the unit that it names', () => {
		expect(codeOf(closedDay, closedBy({ ...day, unit: 'A' }))).toBe('closed-day')
		expect(codeOf(closedDay, closedBy({ ...day, unit: 'B' }))).toBeNull()
	})
	it('touches only the room that it names, and then no session', () => {
		expect(codeOf(closedDay, { venue: roomPlace({}, undefined, [closure({ ...day, roomId: 'R1' })]) })).toBe(
			'closed-day',
		)
		expect(codeOf(closedDay, { venue: roomPlace({}, undefined, [closure({ ...day, roomId: 'R2' })]) })).toBeNull()
		expect(codeOf(closedDay, closedBy({ ...day, roomId: 'R1' }))).toBeNull()
	})
	it('leaves a closure that names a session to session-cancelled', () => {
		expect(codeOf(closedDay, closedBy({ ...day, sessionId: 'S1' }))).toBeNull()
	})
	it('stands for a stay that touches a closed day at its end, but not when it ends at that midnight', () => {
		const stay = (to: string) => ({
			venue: roomPlace({}, span('2026-11-26T18:00', to), [closure({ first: '2026-11-27', last: '2026-11-27' })]),
		})
		expect(codeOf(closedDay, stay('2026-11-27T10:00'))).toBe('closed-day')
		expect(codeOf(closedDay, stay('2026-11-27T00:00'))).toBeNull()
	})
	it("reads the policy's days: one date, a day of every year, a holiday by name, all public holidays", () => {
		expect(codeOf(closedDay, {}, { closedDays: ['2026-11-26'] })).toBe('closed-day')
		expect(codeOf(closedDay, {}, { closedDays: ['2025-11-26', '11-27'] })).toBeNull()
		expect(codeOf(closedDay, {}, { closedDays: ['12-24', '11-26'] })).toBe('closed-day')
		const on = (date: string) => ({ venue: sessionPlace(span(`${date}T12:00`, `${date}T13:00`)) })
		expect(codeOf(closedDay, on('2027-03-27'), { closedDays: ['easter-eve'] })).toBe('closed-day')
		expect(codeOf(closedDay, on('2027-03-27'), { closedDays: ['public-holidays'] })).toBeNull()
		expect(codeOf(closedDay, on('2027-03-29'), { closedDays: ['public-holidays'] })).toBe('closed-day')
	})
	it("reads the policy's days for every day of a stay", () => {
		const venue = roomPlace({}, span('2026-12-23T12:00', '2026-12-25T12:00'))
		expect(codeOf(closedDay, { venue }, { closedDays: ['christmas-eve'] }, oslo('2026-12-01T09:00'))).toBe('closed-day')
	})
})
