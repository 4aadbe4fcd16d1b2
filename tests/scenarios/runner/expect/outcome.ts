import type { StepExpectation } from '../parse/expectation.ts'
import { describe, type Outcome } from '../run/outcome.ts'
import { list, listDifference } from './compare.ts'

/** Whether a step succeeded, was refused by the right codes, or was not allowed, as expected. */
export function outcomeAsExpected(outcome: Outcome, wanted: StepExpectation): string | null {
	const { refused, refusedExactly, error } = wanted
	if (error !== undefined) {
		const right = outcome.kind === 'error' && outcome.code === error
		return right ? null : `expected error ${error}; ${describe(outcome)}`
	}
	if (refused === undefined && refusedExactly === undefined && wanted.told === undefined) {
		return outcome.kind === 'done' ? null : `expected success; ${describe(outcome)}`
	}
	if (outcome.kind !== 'refused')
		return `expected refused: ${list(refusedExactly ?? refused ?? [])}; ${describe(outcome)}`
	const lacking = (refused ?? []).filter((code) => !outcome.codes.includes(code))
	if (lacking.length > 0) return `expected refused: ${list(refused ?? [])}; ${describe(outcome)}`
	return refusedExactly === undefined ? null : listDifference('refused', [...new Set(refusedExactly)], outcome.codes)
}
