// Forskrift om behandling av personopplysninger i kriminalomsorgen § 7: access only for those whose task it is.
import type { Role } from './roles.ts'

/** What each use case covers, and who may do it in their own facility. The auditor reads, and does nothing else. */
const rolesByPermission = {
	/** Today, the calendar, bookings and who comes. */
	'see-bookings': ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'],
	/** Check in, complete, no-show, turn away. */
	'admit-visitors': ['visit-officer', 'screening-officer', 'decision-maker'],
	/** Book, change, cancel, answer requests, lift limits, settle reviews, close. */
	'handle-bookings': ['visit-officer', 'decision-maker'],
	/** Transfer, release and custody, by hand. */
	'register-events': ['visit-officer', 'screening-officer', 'decision-maker'],
	'see-applications': ['screening-officer', 'decision-maker', 'auditor'],
	/** Checks on applications, court restrictions, protective orders, non-association, changes of a permit. */
	'screen-applications': ['screening-officer', 'decision-maker'],
	/** Court restrictions, protective orders, non-associations, and why a visitor is banned. */
	'see-restrictions': ['screening-officer', 'decision-maker', 'auditor'],
	'see-decisions': ['decision-maker', 'auditor'],
	/** Decide, approve as the second, ban, answer appeals. */
	decide: ['decision-maker'],
	'see-funds': ['finance', 'auditor'],
	/** Refunds and reconciliation. */
	'handle-funds': ['finance'],
	'see-timetable': ['decision-maker', 'admin', 'auditor'],
	/** Timetable, rooms and policy. */
	'manage-timetable': ['decision-maker', 'admin'],
	'see-officers': ['admin', 'auditor'],
	/** Officers and their roles; each change needs a second administrator. */
	'manage-officers': ['admin'],
	'read-audit': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof rolesByPermission

const rolesOf: Readonly<Record<Permission, readonly Role[]>> = rolesByPermission

/** @internal */
export function isPermission(name: string): name is Permission {
	return Object.hasOwn(rolesByPermission, name)
}

export function hasPermission(held: readonly Role[], permission: Permission): boolean {
	return held.some((role) => rolesOf[permission].includes(role))
}
