import { hasPermission, type Permission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

/** Everything that restricts contact, each with a table of its own. */
export const restrictionKinds = ['court-restriction', 'protective-order', 'non-association', 'ban'] as const
export type RestrictionKind = (typeof restrictionKinds)[number]

/** What is recorded as it is. A ban is decided: see the decisions. */
export const recordedKinds = ['court-restriction', 'protective-order', 'non-association'] as const

/** What a list may be narrowed to. What is to come counts as in force: it has been ordered. */
export const restrictionStates = ['in-force', 'ended', 'all'] as const
export type RestrictionState = (typeof restrictionStates)[number]

/** A ban is told to the visitor, and so to everyone who sees bookings. The others are secrets. */
const permissionToSee: Readonly<Record<RestrictionKind, Permission>> = {
	'court-restriction': 'see-restrictions',
	'protective-order': 'see-restrictions',
	'non-association': 'see-restrictions',
	ban: 'see-bookings',
}

const permissionToHandle: Readonly<Record<RestrictionKind, Permission>> = {
	'court-restriction': 'screen-applications',
	'protective-order': 'screen-applications',
	'non-association': 'screen-applications',
	ban: 'decide',
}

/** The kinds that an officer with these roles may know of at all. */
export function visibleKinds(held: readonly Role[]): RestrictionKind[] {
	return restrictionKinds.filter((kind) => hasPermission(held, permissionToSee[kind]))
}

export type RestrictionAction = 'end'

/** What an officer with these roles may do with a restriction. What is over is ended no more. */
export function availableActions(
	{ kind, isOver }: { kind: RestrictionKind; isOver: boolean },
	held: readonly Role[],
): RestrictionAction[] {
	return isOver || !hasPermission(held, permissionToHandle[kind]) ? [] : ['end']
}
