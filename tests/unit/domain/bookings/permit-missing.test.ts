import { describe, expect, it } from 'vitest'
import { permitMissing } from '#app/domain/bookings/permit-missing.ts'
import { codeOf, input, member, now, permit, policy, visit } from '../support/builders.ts'

describe('permit-missing', () => {
	it('is silent when everyone has a permit that opens for visits', () => {
		expect(codeOf(permitMissing)).toBeNull()
	})
	it('stands when someone has no permit, and names only them', () => {
		const party = [member('Kari'), member('Ola', { permit: null })]
		expect(permitMissing(input({ visit: visit({ party }) }), policy(), now)).toEqual({
			code: 'permit-missing',
			about: ['Ola'],
		})
	})
	it('stands when the permit is for the phone alone', () => {
		const party = [member('Kari', { permit: permit({ channels: ['phone'] }) })]
		expect(codeOf(permitMissing, { visit: visit({ party }) })).toBe('permit-missing')
	})
	it('leaves a suspended permit to permit-not-active', () => {
		const party = [member('Kari', { permit: permit({ state: 'suspended' }) })]
		expect(codeOf(permitMissing, { visit: visit({ party }) })).toBeNull()
	})
})
