export const roles = ['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

/** A role that an officer holds in one facility, or in every facility where `facilityId` is null. */
export interface RoleGrant {
	role: Role
	facilityId: string | null
}

/** The roles that count in one facility. */
export function rolesIn(grants: readonly RoleGrant[], facilityId: string): Role[] {
	return grants
		.filter((grant) => grant.facilityId === null || grant.facilityId === facilityId)
		.map((grant) => grant.role)
}
