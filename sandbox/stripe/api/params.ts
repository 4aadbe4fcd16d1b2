import { z } from 'zod'
import { wrong } from './fault.ts'
import type { Form } from './form-body.ts'

/** Whole numbers come as text. */
export const integer = z.string().transform((text, context) => {
	const value = Number(text)
	if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value
	context.addIssue({
		code: 'custom',
		message: `Invalid integer: ${text}`,
		params: { code: 'parameter_invalid_integer' },
	})
	return z.NEVER
})

const most = { keys: 50, name: 40, value: 500 }

export const metadata = z
	.record(z.string(), z.string())
	.refine((all) => Object.keys(all).length <= most.keys, { message: `Metadata can have at most ${most.keys} keys` })
	.refine((all) => Object.keys(all).every((name) => name.length <= most.name), {
		message: `Metadata keys can have at most ${most.name} characters`,
	})
	.refine((all) => Object.values(all).every((value) => value.length <= most.value), {
		message: `Metadata values can have at most ${most.value} characters`,
	})

export const expand = z.array(z.string()).default([])

const range = z.strictObject({
	gt: integer.optional(),
	gte: integer.optional(),
	lt: integer.optional(),
	lte: integer.optional(),
})

/** What every list can be asked for. */
export const listing = {
	created: z.union([integer.transform((at) => ({ gte: at, lte: at, gt: undefined, lt: undefined })), range]).optional(),
	ending_before: z.string().optional(),
	expand,
	limit: integer.refine((n) => n >= 1 && n <= 100, { message: 'This value must be between 1 and 100' }).default(10),
	starting_after: z.string().optional(),
}

/** Takes what a request asks for, or answers as Stripe does: unknown, missing, and wrong parameters by their names. */
export function paramsOf<S extends z.ZodType>(schema: S, form: Form): z.output<S> {
	const parsed = schema.safeParse(form)
	if (parsed.success) return parsed.data
	const [issue] = parsed.error.issues
	if (!issue) throw wrong('Invalid request')
	const name = nameOf(issue.path)
	if (issue.code === 'unrecognized_keys') {
		const unknown = nameOf([...issue.path, issue.keys[0] ?? ''])
		throw wrong(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown')
	}
	if (issue.code === 'invalid_type' && valueAt(form, issue.path) === undefined)
		throw wrong(`Missing required param: ${name}.`, name, 'parameter_missing')
	if (valueAt(form, issue.path) === '')
		throw wrong(
			`You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset.`,
			name,
			'parameter_invalid_empty',
		)
	const code = issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : undefined
	throw wrong(issue.code === 'custom' ? issue.message : `Invalid ${name}: ${issue.message}`, name, code)
}

const nameOf = ([first = '', ...rest]: PropertyKey[]) =>
	`${String(first)}${rest.map((part) => `[${String(part)}]`).join('')}`

function valueAt(form: Form, path: readonly PropertyKey[]): unknown {
	let here: unknown = form
	for (const part of path) {
		if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined
		here = Reflect.get(here, part)
	}
	return here
}
