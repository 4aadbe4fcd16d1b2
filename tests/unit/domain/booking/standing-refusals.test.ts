import { describe, expect, it } from 'vitest'
import { standingRefusals } from '#app/domain/booking/standing-refusals.ts'
import { asked, codes, now, oslo, otherBooking, policy, prisoner, visit } from '../support/builders.ts'

describe('standingRefusals', () => {
	it('asks neither for notice nor for the horizon, of a visit that is near, far or begun', () => {
		expect(standingRefusals(asked(), policy(), oslo('2026-11-26T11:00'))).toEqual([])
		expect(standingRefusals(asked(), policy(), oslo('2026-11-26T12:30'))).toEqual([])
		expect(standingRefusals(asked(), policy(), oslo('2026-09-01T12:00'))).toEqual([])
	})
	it('asks for all else', () => {
		const about = asked({ visit: visit({ prisoner: prisoner({ custody: 'out' }) }) })
		expect(codes(standingRefusals(about, policy(), now))).toEqual(['prisoner-not-here'])
	})
	it('does not hold against a booking what an officer lifted when it was made', () => {
		const monday = otherBooking({ start: oslo('2026-11-23T12:00'), end: oslo('2026-11-23T13:00') })
		const about = asked({ visit: visit({ bookings: [monday], prisoner: prisoner({ custody: 'out' }) }) })
		expect(codes(standingRefusals(about, policy(), now))).toEqual(['prisoner-not-here', 'weekly-visit-limit'])
		expect(codes(standingRefusals(about, policy(), now, ['weekly-visit-limit']))).toEqual(['prisoner-not-here'])
	})
})
