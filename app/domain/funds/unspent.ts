/** What a prisoner's account tells of refunds, in whole øre. */
export interface AccountMoney {
	/** The balance in the books; below zero after a dispute of what was spent. */
	balanceOre: number
	/** Of it paid but not yet at the prisoner's disposal: nobody can have spent it. */
	waitingOre: number
}

/** What of the account is credited and unspent; never below zero. */
export function unspentOf({ balanceOre, waitingOre }: AccountMoney): number {
	return Math.max(0, balanceOre - waitingOre)
}

/**
 * The most that may go back of one top-up: what is left of it and, once it was credited, no more than the account has unspent.
 * What was never credited may go back in full, whatever others' calls and disputes have done to the account.
 */
export function mostRefundable(topUp: { left: number; credited: boolean }, account: AccountMoney): number {
	return Math.max(0, topUp.credited ? Math.min(topUp.left, unspentOf(account)) : topUp.left)
}
