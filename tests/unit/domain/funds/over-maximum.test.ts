import { expect, it } from 'vitest'
import { overMaximum } from '#app/domain/funds/over-maximum.ts'
import { now, policy } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

it('over-maximum stands above the greatest amount, and not for it', () => {
	expect(overMaximum(input({ ore: 50_001 }), policy(), now)).toBe(true)
	expect(overMaximum(input({ ore: 50_000 }), policy(), now)).toBe(false)
})
