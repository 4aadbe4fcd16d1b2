import type { Policy } from '../policy.ts'

/**
 * Why money goes back. `barred`: since it was started, something came to stand against it for good. `at-stripe`: it was
 * given back in Stripe's own console.
 */
export const refundCauses = ['officer', 'released', 'barred', 'phone-refused', 'waited-too-long', 'at-stripe'] as const
export type RefundCause = (typeof refundCauses)[number]

export const refundStates = ['proposed', 'declined', 'lapsed', 'due', 'sent', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** Hours for which a proposal waits for its second officer. */
export const proposalHours = 72

/** Whether a proposal is too old for a second officer, whether or not it has been ended for that. */
export function isProposalOld(proposedAt: Date, now: Date): boolean {
	return now.getTime() - proposedAt.getTime() >= proposalHours * 3_600_000
}

/** Another refund of the same top-up. */
export interface OtherRefund {
	/** Whole øre. */
	ore: number
	cause: RefundCause
	state: RefundState
	needsSecond: boolean
}

/**
 * What one officer may give back of a top-up alone, in whole øre: `refundAloneOre`, less what officers have given back of it alone
 * before. So the limit is not gone round in parts.
 */
export function aloneOre(before: readonly OtherRefund[], policy: Policy): number {
	const alone = before.filter(({ cause, state, needsSecond }) => cause === 'officer' && !needsSecond && isBooked(state))
	return Math.max(0, policy.topUp.refundAloneOre - alone.reduce((sum, { ore }) => sum + ore, 0))
}

/** Whether a refund takes a second officer: above what one may give back alone. */
export function needsSecondOfficer(ore: number, before: readonly OtherRefund[], policy: Policy): boolean {
	return ore > aloneOre(before, policy)
}

/** The states in which the money stands as given back in the books. */
export function isBooked(state: RefundState): boolean {
	return state === 'due' || state === 'sent'
}
