import { z } from 'zod'
import { type NameProblem, parseName } from '#app/domain/parse-name.ts'

const errors: Readonly<Record<NameProblem, string>> = {
	'no-letter': 'errors.form.name-letter',
	'unfit-sign': 'errors.form.name-signs',
	'too-long': 'errors.form.too-long',
}

/** A name as it was typed, wherever one is typed. Errors are text keys; `missing` is for a field with nothing in it. */
export function personName(missing: string, longest?: number) {
	return z.string({ error: missing }).transform((typed, context) => {
		const parsed = parseName(typed, longest)
		if ('name' in parsed) return parsed.name
		context.addIssue({ code: 'custom', message: typed.trim() === '' ? missing : errors[parsed.problem] })
		return z.NEVER
	})
}

/** The second of two names; who has one alone leaves it empty. */
export const familyName = z
	.string()
	.transform((typed) => (typed.trim() === '' ? undefined : typed))
	.pipe(personName('errors.form.required').optional())
	.default('')
	.transform((name) => name ?? '')
