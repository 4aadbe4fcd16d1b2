import { describe, expect, it } from 'vitest'
import { prisonerReleased } from '#app/domain/bookings/prisoner-released.ts'
import { codeOf, prisoner, visit } from '../support/builders.ts'

describe('prisoner-released', () => {
	it.each(['in', 'out'] as const)('is silent when custody is %s', (custody) => {
		expect(codeOf(prisonerReleased, { visit: visit({ prisoner: prisoner({ custody }) }) })).toBeNull()
	})
	it('stands when the prisoner is released', () => {
		expect(codeOf(prisonerReleased, { visit: visit({ prisoner: prisoner({ custody: 'released' }) }) })).toBe(
			'prisoner-released',
		)
	})
})
