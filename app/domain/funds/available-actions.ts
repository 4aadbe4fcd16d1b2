import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'
import type { TopUpState } from './top-up.ts'

export type TopUpAction = 'refund' | 'hold' | 'release-hold'

/** What an officer with these roles may do with a top-up now. The use cases ask the same again. */
export function availableOnTopUp(
	topUp: { state: TopUpState; held: boolean; credited: boolean; refundableOre: number },
	roles: readonly Role[],
): TopUpAction[] {
	if (!hasPermission(roles, 'handle-funds')) return []
	const actions: TopUpAction[] = topUp.refundableOre > 0 ? ['refund'] : []
	if (topUp.held) return [...actions, 'release-hold']
	return mayBeHeld(topUp) ? [...actions, 'hold'] : actions
}

/** Only what is not at the prisoner's disposal yet can be kept from it. */
export function mayBeHeld({ state, credited }: { state: TopUpState; credited: boolean }): boolean {
	return !credited && (state === 'started' || state === 'paid')
}
