import { describe, expect, it } from 'vitest'
import { payerNotApproved } from '#app/domain/funds/payer-not-approved.ts'
import { now, permit, policy } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

describe('payer-not-approved', () => {
	const stands = (own: ReturnType<typeof permit> | null) =>
		payerNotApproved(input({ payer: { permit: own } }), policy(), now)

	it('is silent for an active permit with the phone', () => {
		expect(stands(permit())).toBe(false)
	})
	it('stands without a permit, and for one that is not for the phone', () => {
		expect(stands(null)).toBe(true)
		expect(stands(permit({ channels: ['visit'] }))).toBe(true)
	})
	it('stands for a permit that does not hold today', () => {
		for (const state of ['suspended', 'lapsed', 'ended'] as const) expect(stands(permit({ state }))).toBe(true)
		expect(stands(permit({ validTo: '2026-11-22' }))).toBe(true)
		expect(stands(permit({ validTo: '2026-11-23' }))).toBe(false)
		expect(stands(permit({ recheckDue: '2026-11-22' }))).toBe(true)
	})
})
