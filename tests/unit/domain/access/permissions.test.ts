import { describe, expect, it } from 'vitest'
import { type Deed, mayDo } from '#app/domain/access/permissions.ts'
import { roles } from '#app/domain/access/roles.ts'

/** The table, role by role in the order of `roles`. */
const table: [Deed, string][] = [
	['see-bookings', 'yes yes yes no no yes'],
	['admit-visitors', 'yes yes yes no no no'],
	['handle-bookings', 'yes no yes no no no'],
	['register-events', 'yes yes yes no no no'],
	['see-applications', 'no yes yes no no yes'],
	['screen-applications', 'no yes yes no no no'],
	['see-decisions', 'no no yes no no yes'],
	['decide', 'no no yes no no no'],
	['see-money', 'no no no yes no yes'],
	['handle-money', 'no no no yes no no'],
	['see-timetable', 'no no yes no yes yes'],
	['manage-timetable', 'no no yes no yes no'],
	['see-officers', 'no no no no yes yes'],
	['manage-officers', 'no no no no yes no'],
	['read-audit', 'no no no no no yes'],
]

describe('mayDo', () => {
	it.each(table)('%s: %s', (deed, answers) => {
		expect(roles.map((role) => (mayDo([role], deed) ? 'yes' : 'no')).join(' ')).toBe(answers)
	})
	it('adds the roles of an officer who has several', () => {
		expect(mayDo(['finance', 'visit-officer'], 'handle-bookings')).toBe(true)
		expect(mayDo([], 'see-bookings')).toBe(false)
	})
	it('lets an auditor read and do nothing', () => {
		const allowed = table.map(([deed]) => deed).filter((deed) => mayDo(['auditor'], deed))
		expect(allowed.filter((deed) => !deed.startsWith('see-') && deed !== 'read-audit')).toEqual([])
	})
})
