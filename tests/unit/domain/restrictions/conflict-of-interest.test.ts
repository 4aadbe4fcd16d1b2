import { describe, expect, it } from 'vitest'
import { isRelated, mayAnswerAppeal, mayApproveAsSecond } from '#app/domain/restrictions/conflict-of-interest.ts'

const parties = [{ relatedOfficerIds: [] }, { relatedOfficerIds: ['Berg'] }]

describe('an officer', () => {
	it('is related when anyone the case is about is close to them', () => {
		expect(isRelated('Berg', parties)).toBe(true)
		expect(isRelated('Lund', parties)).toBe(false)
	})
	it("is not the second pair of eyes on their own draft, nor on a relative's case", () => {
		expect(mayApproveAsSecond('Lund', 'Moen', parties)).toBe(true)
		expect(mayApproveAsSecond('Moen', 'Moen', parties)).toBe(false)
		expect(mayApproveAsSecond('Berg', 'Moen', parties)).toBe(false)
	})
	it("does not answer the appeal against their own decision, nor a relative's", () => {
		const decision = { draftedBy: 'Moen', approvedBy: 'Dahl' }
		expect(mayAnswerAppeal('Lund', decision, parties)).toBe(true)
		expect(mayAnswerAppeal('Moen', decision, parties)).toBe(false)
		expect(mayAnswerAppeal('Dahl', decision, parties)).toBe(false)
		expect(mayAnswerAppeal('Berg', decision, parties)).toBe(false)
	})
})
