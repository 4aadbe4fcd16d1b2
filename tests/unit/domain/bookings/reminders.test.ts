import { describe, expect, it } from 'vitest'
import { isReminderDue, nextReminder } from '#app/domain/bookings/reminders.ts'

/** Thursday 26 November 2026, 12:00 in Oslo. */
const start = new Date('2026-11-26T11:00:00Z')
const at = (utc: string) => new Date(`2026-${utc}:00Z`)

describe('when a visit is reminded of', () => {
	it.each([
		['weeks before', '10-01T08:00', '11-19T08:00'],
		['after the first', '11-19T08:00', '11-24T08:00'],
		['after the second', '11-24T08:00', '11-26T06:00'],
		['the evening before', '11-25T20:00', '11-26T06:00'],
	])('booked %s', (_, after, next) => {
		expect(nextReminder(start, at(after))).toEqual(at(next))
	})

	it.each(['11-26T06:00', '11-26T10:59', '11-27T00:00'])('not again after the last: %s', (after) => {
		expect(nextReminder(start, at(after))).toBeNull()
	})

	it('not when it has begun', () => {
		expect(nextReminder(at('11-26T06:00'), at('11-25T12:00'))).toBeNull()
		expect(nextReminder(at('11-26T06:01'), at('11-25T12:00'))).toEqual(at('11-26T06:00'))
	})

	it('by the clock on the wall, in summer and in winter', () => {
		const visit = new Date('2026-10-28T11:00:00Z')
		expect(nextReminder(visit, at('10-01T00:00'))).toEqual(at('10-21T07:00'))
		expect(nextReminder(visit, at('10-21T07:00'))).toEqual(at('10-26T08:00'))
	})
})

describe('what fell due while the worker stood still', () => {
	const week = at('11-19T08:00')
	it.each([
		['at its time', '11-19T08:00', true],
		['the same evening', '11-19T19:59', true],
		['the same night', '11-19T20:00', false],
		['the next day', '11-20T08:00', false],
		['on the day of the next', '11-24T08:00', true],
		['before the next, that day', '11-24T07:59', false],
		['on the morning of the visit', '11-26T06:00', true],
		['when it has begun', '11-26T11:00', false],
	])('%s', (_, now, due) => {
		expect(isReminderDue(start, week, at(now))).toBe(due)
	})

	it('a reminder before the one that was planned is none', () => {
		expect(isReminderDue(start, at('11-24T08:00'), at('11-19T09:00'))).toBe(false)
	})
})
