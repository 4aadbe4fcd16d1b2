import { describe, expect, it } from 'vitest'
import { leftOut, ratioOf } from '#tests/bench/ratio.ts'

describe('the ratio of two that were measured in turn', () => {
	it('is the middle of the rounds, each with its own', () => {
		// Shaken alike within each round: the rates are far apart, the ratio is not.
		expect(ratioOf([50, 100, 10], [100, 200, 20])).toEqual({ ratio: 0.5, noise: 0 })
		expect(ratioOf([90, 100, 80], [100, 100, 100]).ratio).toBe(0.9)
	})

	it('is as noisy as its rounds where they are few', () => {
		expect(ratioOf([80, 100, 110], [100, 100, 100]).noise).toBeCloseTo(0.2)
	})

	it('leaves out one round at each end of nine: the middle lies between the others', () => {
		const above = [10, 95, 96, 98, 100, 102, 103, 104, 900]
		expect(ratioOf(above, Array<number>(9).fill(100)).noise).toBeCloseTo(0.05)
	})

	it('leaves out what leaves 95 of 100 runs, and none of a few', () => {
		// One less than the ranks that tables give for a median's interval of 95 %.
		expect([1, 5, 6, 8, 9, 11, 12, 15, 17, 20].map(leftOut)).toEqual([0, 0, 0, 0, 1, 1, 2, 3, 4, 5])
	})

	it('is no number where a round has nothing beside it', () => {
		expect(ratioOf([1, 2], [1]).ratio).toBeNaN()
	})
})
