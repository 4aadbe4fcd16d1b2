import { describe, expect, it } from 'vitest'
import { prisonerNotHere } from '#app/domain/bookings/prisoner-not-here.ts'
import { codeOf, prisoner, visit } from '../support/builders.ts'

describe('prisoner-not-here', () => {
	const of = (changes: Parameters<typeof prisoner>[0]) => ({ visit: visit({ prisoner: prisoner(changes) }) })

	it('is silent when the prisoner is in, here', () => {
		expect(codeOf(prisonerNotHere)).toBeNull()
	})
	it('stands when the prisoner is in another facility', () => {
		expect(codeOf(prisonerNotHere, of({ facilityId: 'OSL' }))).toBe('prisoner-not-here')
	})
	it('stands when the prisoner is out, however far ahead the visit is', () => {
		expect(codeOf(prisonerNotHere, of({ custody: 'out' }))).toBe('prisoner-not-here')
	})
	it('leaves a released prisoner to prisoner-released', () => {
		expect(codeOf(prisonerNotHere, of({ custody: 'released', facilityId: 'OSL' }))).toBeNull()
	})
})
