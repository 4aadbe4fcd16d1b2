import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

export const topUpNextSteps = ['decide-refund', 'end-difference', 'release-hold', 'look'] as const
export type TopUpNextStep = (typeof topUpNextSteps)[number]

/** The one thing that an officer does next with a top-up. Nobody decides what they proposed themselves. */
export function nextStepOnTopUp(
	waits: { proposedBy: string | null; differs: boolean; held: boolean },
	officer: { officerId: string; roles: readonly Role[] },
): TopUpNextStep {
	if (!hasPermission(officer.roles, 'handle-money')) return 'look'
	if (waits.proposedBy !== null && waits.proposedBy !== officer.officerId) return 'decide-refund'
	if (waits.differs) return 'end-difference'
	return waits.held ? 'release-hold' : 'look'
}
