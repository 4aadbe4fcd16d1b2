import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { emptyResponse } from './error-response.server.ts'
import { hasOnlyFieldsOf } from './field-names.ts'
import { sentForm } from './sent-form.server.ts'

/** The form that was sent; 400 for what is none, and for one with fields that its schema does not have. */
export async function readForm(request: Request, schema: z.ZodType): Promise<FormData> {
	const { form } = await sentForm(request)
	if (form === null || !hasOnlyFieldsOf(schema, form)) throw emptyResponse(400)
	// No keyboard writes it, and no text in the database can hold it.
	const hasNul = [...form.values()].some((text) => typeof text === 'string' && text.includes('\0'))
	if (hasNul) throw emptyResponse(400)
	return form
}

/** The form that was sent, held against its schema. Its errors are text keys. */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
	return parseFields(await readForm(request, schema), schema)
}

/** What an address asks for, held against its schema as a form is; 400 for fields that the schema does not have. */
export function parseQuery<Schema extends z.ZodType>({ searchParams }: URL, schema: Schema) {
	if (!hasOnlyFieldsOf(schema, searchParams)) throw emptyResponse(400)
	return parseFields(searchParams, schema)
}

function parseFields<Schema extends z.ZodType>(fields: FormData | URLSearchParams, schema: Schema) {
	return parseWithZod(fields, { schema, error: (issue) => textKeyOf(issue.code, issue.input) })
}

/** One of a few small fields, where a whole form would be too much. */
export async function parsePlainForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<z.output<Schema>> {
	const parsed = schema.safeParse(Object.fromEntries(await readForm(request, schema)))
	if (!parsed.success) throw emptyResponse(400)
	return parsed.data
}

interface Reply<Result, Options> {
	reply(options?: Options): Result
}

/** 400 with what was typed and what is wrong with it; `also` are errors that only the use case itself could find. */
export function invalidForm<Result, Options>(submission: Reply<Result, Options>, also?: Options) {
	return data(submission.reply(also), { status: 400 })
}

/** The words for what a schema has none of its own for. */
function textKeyOf(code: string | undefined, input: unknown): string {
	if (input === undefined || input === '') return 'errors.form.required'
	if (code === 'too_big') return 'errors.form.too-long'
	if (code === 'too_small') return 'errors.form.too-short'
	return 'errors.form.invalid'
}
