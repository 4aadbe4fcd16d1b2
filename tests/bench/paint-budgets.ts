import type { Paint } from './paint.ts'

/** What a slow phone may wait for the largest part of a page, in milliseconds, and how far parts may move meanwhile. */
export const paintBudgets = { largest: 1_500, shift: 0.02 } as const

/** A sentence for each page that is drawn later than it may be, or moves further; also for one of which nothing is known. */
export function overPaintBudgets(paints: readonly Paint[]): string[] {
	return paints.flatMap(({ page, largest, shift }) => [
		...(largest > 0 && largest <= paintBudgets.largest
			? []
			: [
					`OVER ITS BUDGET: ${page}, shown after ${largest.toFixed(0)} ms where ${paintBudgets.largest} ms are allowed`,
				]),
		...(shift >= 0 && shift < paintBudgets.shift
			? []
			: [`OVER ITS BUDGET: ${page}, moved by ${shift.toFixed(3)} where less than ${paintBudgets.shift} is allowed`]),
	])
}
