import type { LocalDate } from '../calendar/oslo.ts'
import type { Control } from './controls.ts'

export const permitStates = ['active', 'suspended', 'lapsed', 'ended'] as const
export type PermitState = (typeof permitStates)[number]

export const relationships = [
	'spouse',
	'partner',
	'cohabitant',
	'child',
	'parent',
	'sibling',
	'grandparent',
	'friend',
	'other',
] as const
export type Relationship = (typeof relationships)[number]

export const officialKinds = [
	'defence-counsel',
	'lawyer',
	'consul',
	'public-authority',
	'supervisory-council',
	'ombudsman',
] as const
export type OfficialKind = (typeof officialKinds)[number]

export const tracks = ['family', 'official'] as const
export type Track = (typeof tracks)[number]

export const channels = ['visit', 'phone'] as const
export type Channel = (typeof channels)[number]

/** One visitor's leave to have contact with one prisoner. */
export interface Permit {
	id: string
	/** As stored. Whether it holds on a day is `permitHoldsOn`. */
	state: PermitState
	controls: readonly Control[]
	channels: readonly Channel[]
	relationship: Relationship
	track: Track
	officialKind: OfficialKind | null
	/** The last day it counts; null when it has no end. */
	validTo: LocalDate | null
	/** The last day before its re-check is overdue; null when none is asked for. */
	recheckDue: LocalDate | null
	/** The written consent of the guardians, in force. Asked for only below 18. */
	guardianConsent: boolean
}

/** Whether the permit opens for a visit on that day: active, and neither past its last day nor overdue for its re-check. */
export function permitHoldsOn(permit: Permit, day: LocalDate): boolean {
	if (permit.state !== 'active') return false
	if (permit.validTo !== null && day > permit.validTo) return false
	return permit.recheckDue === null || day <= permit.recheckDue
}
