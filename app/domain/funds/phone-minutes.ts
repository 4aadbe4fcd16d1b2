import type { Policy } from '../policy.ts'

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

/** Practice: under 18, three calls of twenty minutes. */
const minutesUnder18 = 60

/** Minutes that somebody of an age may call in a week. */
export function phoneMinutesAWeek(age: number, policy: Policy): number {
	return age < 18 ? Math.max(minutesUnder18, policy.phoneMinutesPerWeek) : policy.phoneMinutesPerWeek
}
