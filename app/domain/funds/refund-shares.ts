// Practice: what is left when somebody is released goes back to those who paid, the latest payment first.

/** A top-up that was paid. */
export interface Refundable {
	id: string
	paidAt: Date
	/** Of it neither refunded nor disputed, in whole øre. */
	left: number
}

/**
 * Divides what is unspent among the payments, the newest first: spent is thus what was paid first. Each gets at most what is
 * left of it, and all together never more than `unspentOre`. What is unspent and fits nowhere is left out.
 */
export function refundShares(topUps: readonly Refundable[], unspentOre: number): { id: string; ore: number }[] {
	let rest = Math.max(0, unspentOre)
	const newestFirst = [...topUps].sort((a, b) => b.paidAt.getTime() - a.paidAt.getTime() || (a.id < b.id ? 1 : -1))
	return newestFirst.flatMap(({ id, left }) => {
		const ore = Math.min(Math.max(0, left), rest)
		rest -= ore
		return ore > 0 ? [{ id, ore }] : []
	})
}
