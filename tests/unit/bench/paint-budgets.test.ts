import { describe, expect, it } from 'vitest'
import { overPaintBudgets } from '#tests/bench/paint-budgets.ts'

const quick = { page: 'home', largest: 520, shift: 0 }

describe('the budgets of a slow phone', () => {
	it('are kept by what is drawn in time and stands still', () => {
		expect(overPaintBudgets([])).toEqual([])
		expect(overPaintBudgets([quick, { ...quick, largest: 1_500, shift: 0.0199 }])).toEqual([])
	})

	it('are passed by a page that is late, and by one that moves', () => {
		expect(overPaintBudgets([quick, { ...quick, page: 'calendar', largest: 1_501 }])).toEqual([
			'OVER ITS BUDGET: calendar, shown after 1501 ms where 1500 ms are allowed',
		])
		expect(overPaintBudgets([{ ...quick, shift: 0.02 }])).toEqual([
			'OVER ITS BUDGET: home, moved by 0.020 where less than 0.02 is allowed',
		])
		expect(overPaintBudgets([{ ...quick, largest: 2_000, shift: 0.3 }])).toHaveLength(2)
	})

	it('are not kept by a page of which nothing was measured', () => {
		for (const nothing of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0])
			expect(overPaintBudgets([{ ...quick, largest: nothing }]), String(nothing)).toHaveLength(1)
		expect(overPaintBudgets([{ ...quick, shift: Number.NaN }])).toHaveLength(1)
	})
})
