import { describe, expect, it } from 'vitest'
import { orderApplies } from '#app/domain/restrictions/order-applies.ts'
import { courtRestriction, member, oslo, visit } from '../support/builders.ts'

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
	it('excepts nobody in an empty party', () => {
		expect(orderApplies(visit({ party: [], courtRestrictions: [courtRestriction()] }), ['visit-ban'], at)).toBe(true)
		expect(orderApplies(visit({ party: [member('Kari')], courtRestrictions: [] }), ['visit-ban'], at)).toBe(false)
	})
})
