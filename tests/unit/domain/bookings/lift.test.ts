import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liftRefusals } from '#app/domain/bookings/lift.ts'
import { refusal, refusalKinds } from '#app/domain/refusals.ts'
import { anyRefusals } from '../support/arbitraries.ts'
import { codes } from '../support/builders.ts'

const both = [refusal('permit-missing', ['Ola']), refusal('weekly-visit-limit'), refusal('session-full')]

describe('liftRefusals', () => {
	it('lifts limits for an officer with a reason, and nothing else', () => {
		const { remaining, lifted } = liftRefusals(both, { officer: true, reason: 'Far travel' })
		expect(codes(remaining)).toEqual(['permit-missing'])
		expect(codes(lifted)).toEqual(['weekly-visit-limit', 'session-full'])
	})
	it('lifts nothing without a reason', () => {
		expect(liftRefusals(both, { officer: true, reason: '  ' })).toEqual({ remaining: both, lifted: [] })
	})
	it('lifts nothing for a visitor', () => {
		expect(liftRefusals(both, { officer: false, reason: 'Far travel' })).toEqual({ remaining: both, lifted: [] })
	})
	it('can lift these eight codes', () => {
		const liftable = Object.entries(refusalKinds).flatMap(([code, kind]) => (kind.liftable ? [code] : []))
		expect(liftable.sort()).toEqual([
			'monthly-hours-limit',
			'session-full',
			'setting-stricter-than-needed',
			'too-far-ahead',
			'too-many-adults',
			'too-many-visitors',
			'too-soon',
			'weekly-video-limit',
			'weekly-visit-limit',
		])
	})
	it('never adds a refusal and never loses one', () => {
		fc.assert(
			fc.property(anyRefusals, fc.boolean(), fc.constantFrom('', 'Illness'), (refusals, officer, reason) => {
				const { remaining, lifted } = liftRefusals(refusals, { officer, reason })
				expect(refusals.filter((found) => remaining.includes(found) !== lifted.includes(found))).toEqual(refusals)
				expect(remaining.length + lifted.length).toBe(refusals.length)
			}),
		)
	})
})
