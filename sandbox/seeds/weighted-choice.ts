import type { Random } from './random.ts'

/** Deals cards as they come, each once before any comes again: with so many as there are, every one has been seen. */
export function shuffleBag<T>(random: Random, cards: readonly T[]): () => T {
	let left: T[] = []
	return () => {
		if (left.length === 0) left = random.shuffled(cards)
		const card = left.pop()
		if (card === undefined) throw new RangeError('A deck has at least one card')
		return card
	}
}

/** So many of each card. */
export function weightedItems<T>(counted: readonly (readonly [count: number, card: T])[]): T[] {
	return counted.flatMap(([count, card]) => Array.from({ length: count }, () => card))
}
