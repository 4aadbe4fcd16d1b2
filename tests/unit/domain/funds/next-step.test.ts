import { describe, expect, it } from 'vitest'
import { isAcknowledged } from '#app/domain/funds/acknowledged-alerts.ts'
import { nextStepOnTopUp } from '#app/domain/funds/next-step.ts'

const me = { officerId: 'me', roles: ['finance'] as const }
const nothing = { proposedBy: null, differs: false, held: false }

describe('the next thing to do with a top-up', () => {
	it.each([
		[nothing, 'view'],
		[{ ...nothing, held: true }, 'release-hold'],
		[{ ...nothing, held: true, differs: true }, 'resolve-discrepancy'],
		[{ proposedBy: 'another', held: true, differs: true }, 'decide-refund'],
		[{ ...nothing, proposedBy: 'me' }, 'view'],
	])('%j: %s', (waits, next) => {
		expect(nextStepOnTopUp(waits, me)).toBe(next)
	})

	it('is to look, for who only reads', () => {
		const auditor = { officerId: 'me', roles: ['auditor'] as const }
		expect(nextStepOnTopUp({ proposedBy: 'another', held: true, differs: true }, auditor)).toBe('view')
	})
})

describe('a pattern', () => {
	const found = { pattern: 'often-in-a-week', payerId: 'p', prisonerId: 'q', count: 4 } as const
	it.each([
		[[], false],
		[[found], true],
		[[{ ...found, count: 5 }], true],
		[[{ ...found, count: 3 }], false],
		[[{ ...found, payerId: 'r' }], false],
		[[{ ...found, pattern: 'many-payers-to-one' as const }], false],
	])('%j: looked at %s', (looks, is) => {
		expect(isAcknowledged(found, looks)).toBe(is)
	})
})
