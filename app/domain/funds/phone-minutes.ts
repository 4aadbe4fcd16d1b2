/** Minutes that an amount buys, whole ones; null where a minute is free. */
export function minutesFor(ore: number, orePerMinute: number): number | null {
	return orePerMinute > 0 ? Math.floor(Math.max(0, ore) / orePerMinute) : null
}

/** What of a call's price the account bears, and what it had no money for. Whole øre. */
export function priceOfCall(
	call: { minutes: number; orePerMinute: number },
	unspentOre: number,
): { ore: number; uncoveredOre: number } {
	const price = call.minutes * call.orePerMinute
	const ore = Math.min(price, Math.max(0, unspentOre))
	return { ore, uncoveredOre: price - ore }
}
