import { z } from 'zod'
import { parseNumber } from '#app/domain/prisoners/prisoner-number.ts'

/** A prisoner's number as it was typed, in whatever writing. Errors are text keys: where there is nothing, and where it is no number. */
export function prisonerNumber(missing: string, wrong: string) {
	return z
		.string({ error: missing })
		.trim()
		.min(1, missing)
		.max(200, wrong)
		.refine((typed) => parseNumber(typed) !== null, wrong)
}
