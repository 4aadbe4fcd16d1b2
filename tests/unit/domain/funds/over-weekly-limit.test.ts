import { describe, expect, it } from 'vitest'
import { overWeeklyLimit } from '#app/domain/funds/over-weekly-limit.ts'
import { now, oslo, policy } from '../support/builders.ts'
import { input, other } from '../support/top-ups.ts'

describe('over-weekly-limit', () => {
	const stands = (topUps: ReturnType<typeof other>[], ore = 50_000, at = now) =>
		overWeeklyLimit(input({ ore, topUps }), policy(), at)

	it('is silent up to the limit, and stands for an øre more', () => {
		expect(stands([other()])).toBe(false)
		expect(stands([other({ ore: 50_001 })])).toBe(true)
		expect(stands([], 100_001)).toBe(true)
	})
	it('counts what is started, paid, credited and disputed, and not what was given up', () => {
		for (const state of ['started', 'paid', 'credited', 'disputed'] as const)
			expect(stands([other({ state, ore: 50_001 })])).toBe(true)
		expect(stands([other({ state: 'abandoned', ore: 50_001 })])).toBe(false)
	})
	it('does not count what went back', () => {
		expect(stands([other({ state: 'refunded', ore: 50_001, refundedOre: 1 })])).toBe(false)
		expect(stands([other({ state: 'refunded', ore: 50_002, refundedOre: 1 })])).toBe(true)
	})
	it('counts the week from Monday to Sunday by local dates', () => {
		const full = (startedAt: Date) => [other({ startedAt, ore: 100_000 })]
		expect(stands(full(oslo('2026-11-22T23:59')))).toBe(false)
		expect(stands(full(oslo('2026-11-23T00:00')))).toBe(true)
		expect(stands(full(oslo('2026-11-23T00:00')), 5_000, oslo('2026-11-29T23:59'))).toBe(true)
		expect(stands(full(oslo('2026-11-23T00:00')), 5_000, oslo('2026-11-30T00:00'))).toBe(false)
	})
})
