import { describe, expect, it } from 'vitest'
import { permitNotActive } from '#app/domain/bookings/permit-not-active.ts'
import { codeOf, input, member, now, permit, policy, roomPlace, span, visit } from '../support/builders.ts'

describe('permit-not-active', () => {
	const withPermit = (changes: Parameters<typeof permit>[0]) => ({
		visit: visit({ party: [member('Kari', { permit: permit(changes) })] }),
	})

	it('is silent for an active permit without an end', () => {
		expect(codeOf(permitNotActive)).toBeNull()
	})
	it.each(['suspended', 'lapsed', 'ended'] as const)('stands for a permit that is %s', (state) => {
		expect(codeOf(permitNotActive, withPermit({ state }))).toBe('permit-not-active')
	})
	it('holds on the last day of the permit and not on the day after', () => {
		expect(codeOf(permitNotActive, withPermit({ validTo: '2026-11-26' }))).toBeNull()
		expect(codeOf(permitNotActive, withPermit({ validTo: '2026-11-25' }))).toBe('permit-not-active')
	})
	it('holds on the day when the re-check is due and not on the day after', () => {
		expect(codeOf(permitNotActive, withPermit({ recheckDue: '2026-11-26' }))).toBeNull()
		expect(codeOf(permitNotActive, withPermit({ recheckDue: '2026-11-25' }))).toBe('permit-not-active')
	})
	it('asks for every day of a stay, and not for the day that begins when it ends', () => {
		const stay = (to: string) => ({
			...withPermit({ validTo: '2026-11-26' }),
			venue: roomPlace({}, span('2026-11-26T18:00', to)),
		})
		expect(codeOf(permitNotActive, stay('2026-11-27T10:00'))).toBe('permit-not-active')
		expect(codeOf(permitNotActive, stay('2026-11-27T00:00'))).toBeNull()
	})
	it('says nothing about someone without a permit, and names those whose permit does not hold', () => {
		const party = [member('Kari', { permit: null }), member('Ola', { permit: permit({ state: 'ended' }) })]
		expect(permitNotActive(input({ visit: visit({ party }) }), policy(), now)?.about).toEqual(['Ola'])
	})
})
