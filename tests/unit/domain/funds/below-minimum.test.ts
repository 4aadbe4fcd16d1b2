import { expect, it } from 'vitest'
import { belowMinimum } from '#app/domain/funds/below-minimum.ts'
import { now, policy } from '../support/builders.ts'
import { asked } from '../support/top-ups.ts'

it('below-minimum stands below the least amount, and not for it', () => {
	expect(belowMinimum(asked({ ore: 4_999 }), policy(), now)).toBe(true)
	expect(belowMinimum(asked({ ore: 5_000 }), policy(), now)).toBe(false)
})
