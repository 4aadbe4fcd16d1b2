import { describe, expect, it } from 'vitest'
import { duplicateVisitor } from '#app/domain/bookings/duplicate-visitor.ts'
import { codeOf, member, visit } from '../support/builders.ts'

describe('duplicate-visitor', () => {
	it('is silent when everyone stands once', () => {
		expect(codeOf(duplicateVisitor, { visit: visit({ party: [member('Kari'), member('Ola')] }) })).toBeNull()
	})
	it('stands when someone stands twice', () => {
		const party = [member('Kari'), member('Ola'), member('Kari')]
		expect(codeOf(duplicateVisitor, { visit: visit({ party }) })).toBe('duplicate-visitor')
	})
})
