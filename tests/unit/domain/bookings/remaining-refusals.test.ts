import { describe, expect, it } from 'vitest'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { codes, input, now, oslo, otherBooking, policy, prisoner, visit } from '../support/builders.ts'

describe('remainingRefusals', () => {
	it('asks neither for notice nor for the horizon, of a visit that is near, far or begun', () => {
		expect(remainingRefusals(input(), policy(), oslo('2026-11-26T11:00'))).toEqual([])
		expect(remainingRefusals(input(), policy(), oslo('2026-11-26T12:30'))).toEqual([])
		expect(remainingRefusals(input(), policy(), oslo('2026-09-01T12:00'))).toEqual([])
	})
	it('asks for all else', () => {
		const about = input({ visit: visit({ prisoner: prisoner({ custody: 'out' }) }) })
		expect(codes(remainingRefusals(about, policy(), now))).toEqual(['prisoner-not-here'])
	})
	it('does not hold against a booking what an officer lifted when it was made', () => {
		const monday = otherBooking({ start: oslo('2026-11-23T12:00'), end: oslo('2026-11-23T13:00') })
		const about = input({ visit: visit({ bookings: [monday], prisoner: prisoner({ custody: 'out' }) }) })
		expect(codes(remainingRefusals(about, policy(), now))).toEqual(['prisoner-not-here', 'weekly-visit-limit'])
		expect(codes(remainingRefusals(about, policy(), now, ['weekly-visit-limit']))).toEqual(['prisoner-not-here'])
	})
})
