export const securityLevels = ['special-high', 'high', 'low', 'transitional'] as const
export type SecurityLevel = (typeof securityLevels)[number]

export const legalStatuses = ['remand', 'sentenced', 'preventive-detention'] as const
export type LegalStatus = (typeof legalStatuses)[number]

export const custodies = ['in', 'out', 'released'] as const
export type Custody = (typeof custodies)[number]

/** What the rules need of a prisoner. Comes from the register, never from a visitor. */
export interface Prisoner {
	id: string
	facilityId: string
	unit: string
	securityLevel: SecurityLevel
	legalStatus: LegalStatus
	custody: Custody
}
