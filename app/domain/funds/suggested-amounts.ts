import type { Policy } from '../policy.ts'

/** Round amounts that most people choose among. */
const usual = [10_000, 20_000, 30_000, 50_000]

/** Amounts to choose among, in whole øre: what is usual, as far as a facility takes it, the smallest first. */
export function suggestedAmounts({ minOre, maxOre }: Pick<Policy['topUp'], 'minOre' | 'maxOre'>): number[] {
	return usual.filter((ore) => ore >= minOre && ore <= maxOre)
}
