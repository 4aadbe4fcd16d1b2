import { describe, expect, it } from 'vitest'
import { redactForPayer } from '#app/domain/funds/public-reasons.ts'
import { creditBars, topUpRefusals } from '#app/domain/funds/rules.ts'
import { defaultPolicy } from '#app/domain/policy.ts'
import { now, permit, policy, prisoner } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

describe('everything that stands against a top-up', () => {
	it('is nothing in an ordinary case', () => {
		expect(topUpRefusals(input(), policy(), now)).toEqual([])
	})
	it('is answered together, in the order of the list', () => {
		const all = input({ ore: 1, prisoner: prisoner({ legalStatus: 'sentenced', custody: 'released' }) })
		expect(topUpRefusals(all, policy(), now)).toEqual(['prisoner-released', 'topup-not-allowed', 'below-minimum'])
	})
})

describe('what keeps paid money from being credited', () => {
	it('is not the amount or the policy, which were asked before it was paid', () => {
		const strict = policy({ topUp: { ...defaultPolicy.topUp, remand: false, maxOre: 1, maxOrePerWeek: 1 } })
		expect(creditBars(input(), strict, now)).toEqual([])
	})
	it('is a permit that is gone, an order, a release', () => {
		expect(creditBars(input({ payer: { permit: permit({ state: 'ended' }) } }), policy(), now)).toEqual([
			'payer-not-approved',
		])
		const released = input({ prisoner: prisoner({ custody: 'released' }) })
		expect(creditBars(released, policy(), now)).toEqual(['prisoner-released'])
	})
})

describe('what the payer reads', () => {
	it('is the codes, where all may be told', () => {
		const told = redactForPayer(['topup-not-allowed', 'below-minimum'], { hasPermit: true })
		expect(told).toEqual({ kind: 'plain', items: [{ code: 'topup-not-allowed' }, { code: 'below-minimum' }] })
		expect(redactForPayer([], { hasPermit: true })).toEqual({ kind: 'plain', items: [] })
	})
	it('is the one neutral answer where any may not, whichever it is and whatever else stands', () => {
		for (const code of ['protective-order', 'court-restriction', 'prisoner-released'] as const) {
			expect(redactForPayer([code], { hasPermit: true })).toEqual({ kind: 'neutral' })
			expect(redactForPayer([code, 'below-minimum'], { hasPermit: true })).toEqual({ kind: 'neutral' })
		}
	})
	it('is that a permit is missing and nothing else, for whoever has none', () => {
		const told = redactForPayer(['payer-not-approved', 'prisoner-released', 'below-minimum'], { hasPermit: false })
		expect(told).toEqual({ kind: 'plain', items: [{ code: 'payer-not-approved' }] })
	})
})
