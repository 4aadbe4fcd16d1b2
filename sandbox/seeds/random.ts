/** Numbers that look random and are the same for the same seed. */
export interface Random {
	/** From 0 up to 1. */
	next(): number
	/** A whole number from `low` to `high`, both counting. */
	whole(low: number, high: number): number
	pick<T>(list: readonly T[]): T
	chance(probability: number): boolean
	/** The same in another order; the list itself stays as it is. */
	shuffled<T>(list: readonly T[]): T[]
}

/** Mulberry32: small, and even enough for made-up people. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
	const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
	return {
		next,
		whole,
		chance: (probability) => next() < probability,
		shuffled: (list) =>
			list
				.map((one) => ({ one, order: next() }))
				.sort((a, b) => a.order - b.order)
				.map(({ one }) => one),
		pick: (list) => {
			const found = list[whole(0, list.length - 1)]
			if (found === undefined) throw new RangeError('Nothing to pick from')
			return found
		},
	}
}
