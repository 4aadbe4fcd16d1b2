export const topUpStates = ['started', 'paid', 'credited', 'abandoned', 'refunded', 'disputed'] as const
export type TopUpState = (typeof topUpStates)[number]

/**
 * Every step that a top-up may take. What was given up may still turn out to be paid: money that arrives is never lost. A
 * dispute that is won and a refund that fails lead back.
 *
 * @internal
 */
export const topUpSteps: Readonly<Record<TopUpState, readonly TopUpState[]>> = {
	started: ['paid', 'abandoned'],
	abandoned: ['paid'],
	paid: ['credited', 'refunded', 'disputed'],
	credited: ['refunded', 'disputed'],
	refunded: ['paid', 'credited', 'disputed'],
	disputed: ['paid', 'credited', 'refunded'],
}

/** What a top-up's state is read from. Amounts are whole øre. */
export interface TopUpMoney {
	ore: number
	paidAt: Date | null
	creditedAt: Date | null
	abandonedAt: Date | null
	/** Gone back to the payer, and held back by the payer's bank. */
	refundedOre: number
	disputedOre: number
}

/** The state that what is known of a top-up puts it in. The latest thing done with the money names it. */
export function stateOf(topUp: TopUpMoney): TopUpState {
	if (topUp.paidAt === null) return topUp.abandonedAt === null ? 'started' : 'abandoned'
	if (topUp.disputedOre > 0) return 'disputed'
	if (topUp.refundedOre > 0) return 'refunded'
	return topUp.creditedAt === null ? 'paid' : 'credited'
}

/** What of the amount has neither gone back nor been taken back, in whole øre; nothing of what was never paid. */
export function leftOf(topUp: Pick<TopUpMoney, 'ore' | 'paidAt' | 'refundedOre' | 'disputedOre'>): number {
	return topUp.paidAt === null ? 0 : topUp.ore - topUp.refundedOre - topUp.disputedOre
}
