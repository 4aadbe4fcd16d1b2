import { describe, expect, it } from 'vitest'
import { endsTheDecision, stateAfterAppeal } from '#app/domain/decisions/appeal.ts'
import { type DecisionState, decisionMayBecome, decisionStates } from '#app/domain/decisions/decision.ts'
import { decisionKinds, fourEyesKinds, needsSecondOfficer } from '#app/domain/decisions/kinds.ts'
import { visitorParties } from '#app/domain/decisions/parties.ts'

/** As RULES.md §2 has them: every pair that is not here is no step. */
const steps: readonly (readonly [DecisionState, DecisionState])[] = [
	['drafted', 'approved'],
	['drafted', 'sent'],
	['approved', 'sent'],
	['sent', 'opened'],
	['sent', 'appealed'],
	['sent', 'appealed-late'],
	['opened', 'appealed'],
	['opened', 'appealed-late'],
	['appealed', 'reversed'],
	['appealed', 'changed'],
	['appealed', 'forwarded'],
	['appealed-late', 'appealed'],
	['appealed-late', 'dismissed'],
	['dismissed', 'appealed'],
	['forwarded', 'upheld'],
	['forwarded', 'changed'],
	['forwarded', 'annulled'],
]
const pairs = decisionStates.flatMap((from) => decisionStates.map((to) => ({ from, to })))

describe('the steps of a decision', () => {
	it.each(pairs)('from $from to $to', ({ from, to }) => {
		expect(decisionMayBecome(from, to)).toBe(steps.some(([a, b]) => a === from && b === to))
	})
	it.each([
		['sent', false, 'appealed'],
		['opened', true, 'appealed-late'],
		['appealed-late', false, 'appealed'],
		['appealed-late', true, 'appealed-late'],
		['appealed', true, 'appealed'],
		['forwarded', false, 'forwarded'],
		['upheld', false, null],
		['reversed', true, null],
	] as const)('an appeal against one that is %s (late: %s) leaves it %s', (state, late, after) => {
		expect(stateAfterAppeal(state, late)).toBe(after)
	})
	it('ends what is reversed or annulled', () => {
		const outcomes = ['reversed', 'changed', 'forwarded', 'upheld', 'annulled'] as const
		expect(outcomes.filter(endsTheDecision)).toEqual(['reversed', 'annulled'])
	})
})

describe('a second officer', () => {
	it('approves by default whatever goes against somebody', () => {
		const asked = decisionKinds.filter((kind) =>
			needsSecondOfficer(kind, { fourEyes: fourEyesKinds }, { isAgainstChecks: false }),
		)
		expect(asked).toEqual(decisionKinds.filter((kind) => kind !== 'granted'))
	})
	it('approves a grant over a check whatever the facility asks', () => {
		expect(needsSecondOfficer('granted', { fourEyes: [] }, { isAgainstChecks: true })).toBe(true)
	})
})

describe('the parties', () => {
	const about = { applicantId: null, guardianIds: ['Kari', 'Per'], today: '2026-11-23' }
	it.each([
		['an adult', '1990-01-01', null, ['Vis']],
		['an adult for whom a guardian once applied', '2008-11-23', 'Kari', ['Kari', 'Vis']],
		['a child of 15 for whom one applied', '2011-11-23', 'Kari', ['Kari', 'Vis']],
		['a child of 14', '2011-11-24', 'Kari', ['Kari', 'Per']],
		['a child of 16 without an application', '2010-01-01', null, ['Vis', 'Kari', 'Per']],
	])('of a decision about %s', (_, born, applicantId, parties) => {
		expect(visitorParties({ ...about, visitor: { id: 'Vis', born }, applicantId })).toEqual(parties)
	})
})
