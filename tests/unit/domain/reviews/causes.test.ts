import { describe, expect, it } from 'vitest'
import { refusal } from '#app/domain/refusals.ts'
import { broughtAboutBy, refusalsFrom, reviewCauses } from '#app/domain/reviews/causes.ts'

describe('refusalsFrom', () => {
	it("finds the cause's own doing among what stands", () => {
		const remaining = [refusal('prisoner-not-here'), refusal('weekly-visit-limit')]
		expect(refusalsFrom('custody-out', remaining)).toEqual([refusal('prisoner-not-here')])
	})
	it('leaves a booking alone that fails a rule for another reason', () => {
		expect(refusalsFrom('unit-changed', [refusal('weekly-visit-limit'), refusal('session-full')])).toEqual([])
	})
	it('sees the end of a court restriction only where a stricter setting is left', () => {
		const remaining = [refusal('setting-too-open'), refusal('setting-stricter-than-needed')]
		expect(refusalsFrom('court-restriction-ended', remaining)).toEqual([refusal('setting-stricter-than-needed')])
	})
	it('has something that each cause can bring about', () => {
		expect(reviewCauses.filter((cause) => broughtAboutBy[cause].length === 0)).toEqual([])
	})
})
