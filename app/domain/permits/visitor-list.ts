// Forskrift om straffegjennomføring § 3-28 and practice: a prisoner lists up to four, and the nearest family counts as one.
import type { Policy } from '../policy.ts'
import type { Relationship, Track } from './permit.ts'

export const nearFamily: readonly Relationship[] = [
	'spouse',
	'partner',
	'cohabitant',
	'child',
	'parent',
	'sibling',
	'grandparent',
]

/** Someone with an active permit, or whose coming the prisoner has consented to. */
export interface Listed {
	visitorId: string
	relationship: Relationship
	track: Track
}

/** The entries that a prisoner's list takes: one for all near family together, one for each other person, none for officials. */
export function listEntries(listed: readonly Listed[]): number {
	const entries = listed
		.filter(({ track }) => track === 'family')
		.map(({ visitorId, relationship }) => (nearFamily.includes(relationship) ? 'near-family' : `visitor:${visitorId}`))
	return new Set(entries).size
}

/**
 * Whether the list has no room for one more person. Someone who takes no new entry (near family that is listed already, an
 * official, a person on the list) finds room on any list.
 */
export function listIsFull(listed: readonly Listed[], candidate: Listed, policy: Policy): boolean {
	const before = listEntries(listed)
	const after = listEntries([...listed, candidate])
	return after > before && after > policy.visitorListMax
}
