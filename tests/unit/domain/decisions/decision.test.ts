import { describe, expect, it } from 'vitest'
import { type DecisionState, decisionMayBecome, decisionStates, decisionSteps } from '#app/domain/decisions/decision.ts'

describe("a decision's steps", () => {
	it('lead from the draft to every state in the end', () => {
		const reached = new Set<DecisionState>(['drafted'])
		for (const state of reached) for (const next of decisionSteps[state]) reached.add(next)
		expect([...reached].sort()).toEqual([...decisionStates].sort())
	})
	it('let an appeal be reversed or forwarded, and only a forwarded one be upheld or changed', () => {
		expect(decisionMayBecome('appealed', 'reversed')).toBe(true)
		expect(decisionMayBecome('appealed', 'upheld')).toBe(false)
		expect(decisionMayBecome('forwarded', 'changed')).toBe(true)
	})
	it('let nobody open or appeal what was not sent', () => {
		expect(decisionMayBecome('drafted', 'opened')).toBe(false)
		expect(decisionMayBecome('approved', 'appealed')).toBe(false)
	})
})
