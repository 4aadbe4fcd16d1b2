// Practice: what is left when somebody is released goes back to those who paid, the latest payment first.

/** A top-up that was paid. */
export interface Refundable {
	id: string
	paidAt: Date
	/** Of it neither refunded nor disputed, in whole øre. */
	left: number
	/** Of it something was to go back before, and could not: an officer sees to it. */
	failed: boolean
}

/**
 * Divides what is unspent among the payments, the newest first: spent is thus what was paid first. Each gets at most what is
 * left of it, and all together never more than `unspentOre`. What is unspent and fits nowhere is left out. The share of one that
 * failed to go back before is nobody else's: it stays on the account.
 */
export function refundShares(topUps: readonly Refundable[], unspentOre: number): { id: string; ore: number }[] {
	let rest = Math.max(0, unspentOre)
	const newestFirst = [...topUps].sort((a, b) => b.paidAt.getTime() - a.paidAt.getTime() || (a.id < b.id ? 1 : -1))
	return newestFirst.flatMap(({ id, left, failed }) => {
		const ore = Math.min(Math.max(0, left), rest)
		rest -= ore
		return ore > 0 && !failed ? [{ id, ore }] : []
	})
}
