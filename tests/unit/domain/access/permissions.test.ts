import { describe, expect, it } from 'vitest'
import { hasPermission, type Permission } from '#app/domain/access/permissions.ts'
import { roles } from '#app/domain/access/roles.ts'

/** The table, role by role in the order of `roles`. */
const table: [Permission, string][] = [
	['see-bookings', 'yes yes yes no no yes'],
	['admit-visitors', 'yes yes yes no no no'],
	['handle-bookings', 'yes no yes no no no'],
	['register-events', 'yes yes yes no no no'],
	['see-applications', 'no yes yes no no yes'],
	['screen-applications', 'no yes yes no no no'],
	['see-decisions', 'no no yes no no yes'],
	['decide', 'no no yes no no no'],
	['see-funds', 'no no no yes no yes'],
	['handle-funds', 'no no no yes no no'],
	['see-timetable', 'no no yes no yes yes'],
	['manage-timetable', 'no no yes no yes no'],
	['see-officers', 'no no no no yes yes'],
	['manage-officers', 'no no no no yes no'],
	['read-audit', 'no no no no no yes'],
]

describe('mayDo', () => {
	it.each(table)('%s: %s', (permission, answers) => {
		expect(roles.map((role) => (hasPermission([role], permission) ? 'yes' : 'no')).join(' ')).toBe(answers)
	})
	it('adds the roles of an officer who has several', () => {
		expect(hasPermission(['finance', 'visit-officer'], 'handle-bookings')).toBe(true)
		expect(hasPermission([], 'see-bookings')).toBe(false)
	})
	it('lets an auditor read and do nothing', () => {
		const allowed = table
			.map(([permission]) => permission)
			.filter((permission) => hasPermission(['auditor'], permission))
		expect(allowed.filter((permission) => !permission.startsWith('see-') && permission !== 'read-audit')).toEqual([])
	})
})
