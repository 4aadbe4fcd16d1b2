import { describe, expect, it } from 'vitest'
import { rolesIn } from '#app/domain/access/roles.ts'

describe('rolesIn', () => {
	it('counts the roles held in the facility and those held in all', () => {
		const grants = [
			{ role: 'visit-officer', facilityId: 'HAL' },
			{ role: 'decision-maker', facilityId: 'OSL' },
			{ role: 'auditor', facilityId: null },
		] as const
		expect(rolesIn(grants, 'HAL')).toEqual(['visit-officer', 'auditor'])
		expect(rolesIn(grants, 'BRG')).toEqual(['auditor'])
	})
})
