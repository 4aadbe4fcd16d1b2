import { expect, it } from 'vitest'
import { noShowFrom, recordedSince, recordUntil } from '#app/domain/bookings/gate-times.ts'
import { oslo, policy, span } from '../support/builders.ts'

const visit = span('2026-11-26T12:00', '2026-11-26T13:00')

it('nobody is missed before they are late', () => {
	expect(noShowFrom(visit, policy())).toEqual(oslo('2026-11-26T12:30'))
	expect(noShowFrom(visit, policy({ lateRejectMinutes: 0 }))).toEqual(visit.start)
})

it('a record is open for a week after the end, by the clock on the wall', () => {
	expect(recordUntil(visit, policy())).toEqual(oslo('2026-12-03T13:00'))
	expect(recordUntil(visit, policy({ recordDays: 0 }))).toEqual(visit.end)
	expect(recordUntil(span('2026-10-22T12:00', '2026-10-22T13:00'), policy())).toEqual(oslo('2026-10-29T13:00'))
})

it('what may still be recorded ended a week ago or later', () => {
	const until = recordUntil(visit, policy())
	expect(recordedSince(until, policy())).toEqual(visit.end)
})
