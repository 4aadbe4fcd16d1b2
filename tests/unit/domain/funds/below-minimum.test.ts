import { expect, it } from 'vitest'
import { belowMinimum } from '#app/domain/funds/below-minimum.ts'
import { now, policy } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

it('below-minimum stands below the least amount, and not for it', () => {
	expect(belowMinimum(input({ ore: 4_999 }), policy(), now)).toBe(true)
	expect(belowMinimum(input({ ore: 5_000 }), policy(), now)).toBe(false)
})
