import type { RegisterColumn } from './columns.ts'

/** Why a line of a register file is left out. */
export const problemReasons = [
	/** Not UTF-8. */
	'encoding',
	'line-too-long',
	/** A quotation mark that nothing closes, or that closes too early. */
	'quotes',
	/** More or fewer cells than the first line. */
	'cell-count',
	'missing',
	'not-a-number',
	'not-a-name',
	'not-a-date',
	'no-birth-date',
	'not-a-time',
	'not-a-level',
	'not-a-status',
	'not-a-custody',
	'not-a-language',
	'unknown-facility',
	'unknown-unit',
	/** It holds from an instant that is still to come. */
	'not-yet',
	/** About a prisoner who is not in the sender's facility. */
	'other-facility',
	/** Something newer is known already, from the register or from an officer. */
	'older',
	/** Something else is known for the same instant. */
	'same-time',
	/** The prisoner was being changed all the while. */
	'busy',
] as const
export type ProblemReason = (typeof problemReasons)[number]

export interface LineProblem {
	/** The first line of the file is 1. */
	line: number
	/** Empty when it is about the whole line. */
	column: RegisterColumn | ''
	reason: ProblemReason
}
