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

/** Whether a refund takes a second officer: above `refundAloneOre`. */
export function needsSecondOfficer(ore: number, policy: Policy): boolean {
	return ore > policy.topUp.refundAloneOre
}

/** The states in which the money stands as given back in the books. */
export function isBooked(state: RefundState): boolean {
	return state === 'due' || state === 'sent'
}
