import { describe, expect, it } from 'vitest'
import { orderApplies } from '#app/domain/restrictions/order-applies.ts'
import { counsel, courtRestriction, member, oslo, visit } from '../support/builders.ts'

const at = oslo('2026-11-26T12:00')

describe('orderApplies', () => {
	it('asks only for the types named', () => {
		const about = visit({ courtRestrictions: [courtRestriction({ type: 'phone-ban' })] })
		expect(orderApplies(about, ['phone-ban'], at)).toBe(true)
		expect(orderApplies(about, ['visit-ban', 'isolation'], at)).toBe(false)
	})
	it('lets one order stand although another excepts the party', () => {
		const about = visit({ courtRestrictions: [courtRestriction({ except: ['Kari'] }), courtRestriction()] })
		expect(orderApplies(about, ['visit-ban'], at)).toBe(true)
	})
	it('stands unless everyone in the party is excepted', () => {
		const party = [member('Kari'), member('Ola')]
		const excepting = (...except: string[]) => visit({ party, courtRestrictions: [courtRestriction({ except })] })
		expect(orderApplies(excepting('Kari'), ['visit-ban'], at)).toBe(true)
		expect(orderApplies(excepting('Kari', 'Ola'), ['visit-ban'], at)).toBe(false)
	})
	it('touches an official party only when it covers official visitors', () => {
		const official = (coversOfficial: boolean) =>
			visit({ party: [counsel('Lise')], courtRestrictions: [courtRestriction({ coversOfficial })] })
		expect(orderApplies(official(false), ['visit-ban'], at)).toBe(false)
		expect(orderApplies(official(true), ['visit-ban'], at)).toBe(true)
	})
	it('excepts nobody in an empty party', () => {
		expect(orderApplies(visit({ party: [], courtRestrictions: [courtRestriction()] }), ['visit-ban'], at)).toBe(true)
		expect(orderApplies(visit({ party: [member('Kari')], courtRestrictions: [] }), ['visit-ban'], at)).toBe(false)
	})
})
