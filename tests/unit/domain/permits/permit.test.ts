import { describe, expect, it } from 'vitest'
import { permitHoldsOn } from '#app/domain/permits/permit.ts'
import { permit } from '../support/builders.ts'

describe('permitHoldsOn', () => {
	it('holds for an active permit without an end', () => {
		expect(permitHoldsOn(permit(), '2050-01-01')).toBe(true)
	})
	it('holds until both its last day and its re-check', () => {
		const both = permit({ validTo: '2026-12-31', recheckDue: '2026-12-15' })
		expect(permitHoldsOn(both, '2026-12-15')).toBe(true)
		expect(permitHoldsOn(both, '2026-12-16')).toBe(false)
		expect(permitHoldsOn(permit({ validTo: '2026-12-31' }), '2026-12-31')).toBe(true)
		expect(permitHoldsOn(permit({ validTo: '2026-12-31' }), '2027-01-01')).toBe(false)
	})
	it('does not hold when it is not active', () => {
		expect(permitHoldsOn(permit({ state: 'suspended' }), '2026-11-26')).toBe(false)
	})
})
