import { expect, it } from 'vitest'
import { localTime } from '#app/domain/calendar/oslo.ts'
import { sessionTimes } from '#app/domain/timetable/session-times.ts'

it('keeps the wall time across both clock changes', () => {
	for (const date of ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29']) {
		expect(localTime(sessionTimes(date, '12:00', 60).start)).toBe('12:00')
	}
	expect(sessionTimes('2026-10-24', '12:00', 60).start.toISOString()).toBe('2026-10-24T10:00:00.000Z')
	expect(sessionTimes('2026-10-26', '12:00', 60).start.toISOString()).toBe('2026-10-26T11:00:00.000Z')
})

it('lasts its real minutes, also over the hour that is missing or comes twice', () => {
	const spring = sessionTimes('2027-03-28', '01:30', 60)
	expect([localTime(spring.start), localTime(spring.end)]).toEqual(['01:30', '03:30'])
	const autumn = sessionTimes('2026-10-25', '02:30', 60)
	expect([localTime(autumn.start), localTime(autumn.end)]).toEqual(['02:30', '02:30'])
	expect(autumn.end.getTime() - autumn.start.getTime()).toBe(3_600_000)
})

it('may end on the next day', () => {
	const { start, end } = sessionTimes('2026-11-26', '23:30', 60)
	expect([start.toISOString(), end.toISOString()]).toEqual(['2026-11-26T22:30:00.000Z', '2026-11-26T23:30:00.000Z'])
})
