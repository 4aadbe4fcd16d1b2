import { median } from './figures.ts'

/** How two compare that were measured in turn. */
export interface Ratio {
	/** The middle of the rounds' own ratios: what shook both in a round shakes it less. */
	ratio: number
	/** How far from it, as a part of it, the true middle may lie: with six rounds or more in 19 of 20 runs. */
	noise: number
}

/**
 * @param above what each round came to
 * @param beneath what was measured beside it, round by round
 */
export function ratioOf(above: readonly number[], beneath: readonly number[]): Ratio {
	const ratios = above.map((value, round) => value / (beneath[round] ?? Number.NaN))
	const ratio = median(ratios)
	const sorted = ratios.sort((a, b) => a - b)
	const left = leftOut(sorted.length)
	const within = sorted.slice(left, sorted.length - left)
	return { ratio, noise: Math.max(...within.map((one) => Math.abs(one - ratio))) / ratio }
}

/**
 * How many rounds may be left out at each end, so that between the others the true middle lies in 95 of 100 runs: each round
 * falls above it or below it as a coin falls, whatever shakes the machine. With eight rounds or fewer none may.
 */
export function leftOut(rounds: number): number {
	let ways = 1
	let below = 0
	for (let left = 0; left < rounds; left++) {
		below += ways
		if ((2 * below) / 2 ** rounds > 0.05) return Math.max(0, left - 1)
		ways = (ways * (rounds - left)) / (left + 1)
	}
	return 0
}
