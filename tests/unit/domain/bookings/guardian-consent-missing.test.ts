import { describe, expect, it } from 'vitest'
import { guardianConsentMissing } from '#app/domain/bookings/guardian-consent-missing.ts'
import { child, codeOf, input, member, now, permit, policy, visit } from '../support/builders.ts'

describe('guardian-consent-missing', () => {
	const without = permit({ relationship: 'child', guardianConsent: false })

	it('is silent when the consent is there', () => {
		expect(codeOf(guardianConsentMissing, { visit: visit({ party: [member('Kari'), child('Emil')] }) })).toBeNull()
	})
	it("stands when a child's permit lacks it, and names the child", () => {
		const party = [member('Kari'), child('Emil', { permit: without })]
		expect(guardianConsentMissing(input({ visit: visit({ party }) }), policy(), now)).toEqual({
			code: 'guardian-consent-missing',
			about: ['Emil'],
		})
	})
	it('is asked for until the day before the eighteenth birthday', () => {
		const born = (date: string) => ({ visit: visit({ party: [member('Emil', { born: date, permit: without })] }) })
		expect(codeOf(guardianConsentMissing, born('2008-11-27'))).toBe('guardian-consent-missing')
		expect(codeOf(guardianConsentMissing, born('2008-11-26'))).toBeNull()
	})
	it('leaves a child without a permit to permit-missing', () => {
		expect(
			codeOf(guardianConsentMissing, { visit: visit({ party: [member('Kari'), child('Emil', { permit: null })] }) }),
		).toBeNull()
	})
})
