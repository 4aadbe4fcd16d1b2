import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

export const topUpNextSteps = ['decide-refund', 'resolve-discrepancy', 'release-hold', 'view'] as const
export type TopUpNextStep = (typeof topUpNextSteps)[number]

/** The one thing that an officer does next with a top-up. Nobody decides what they proposed themselves. */
export function nextStepOnTopUp(
	waits: { proposedBy: string | null; differs: boolean; held: boolean },
	officer: { officerId: string; roles: readonly Role[] },
): TopUpNextStep {
	if (!hasPermission(officer.roles, 'handle-funds')) return 'view'
	if (waits.proposedBy !== null && waits.proposedBy !== officer.officerId) return 'decide-refund'
	if (waits.differs) return 'resolve-discrepancy'
	return waits.held ? 'release-hold' : 'view'
}
