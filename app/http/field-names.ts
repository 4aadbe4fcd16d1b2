import { z } from 'zod'

/** More than any form of ours has, its longest list ticked from end to end. */
const mostFields = 300

const index = /\[(?:\d|[1-9]\d)\]/g
const first = '[0]'

const namesOfSchema = new WeakMap<z.core.$ZodType, ReadonlySet<string>>()

/**
 * Whether a form or a query holds nothing but fields that this schema has: `name`, `name.part`, `name[0]` to `name[99]`, 300 of
 * them at most. To be asked before anything is parsed: the parser builds what a name says, an array of a million for `with[1000000]`.
 */
export function hasOnlyFieldsOf(schema: z.ZodType, sent: Iterable<readonly [string, unknown]>): boolean {
	const names = fieldNamesOf(schema)
	const isOpen = schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodUnknown
	let count = 0
	for (const [name] of sent) {
		count += 1
		if (count > mostFields) return false
		if (!names.has(name.replace(index, first)) && !(isOpen && isPlainName(name))) return false
	}
	return true
}

/** A name that no parser makes anything of but itself. */
export function isPlainName(name: string): boolean {
	return /^[a-z]\w{0,63}$/i.test(name) && name !== 'constructor' && name !== 'prototype'
}

/** Every name that a field of this schema may have; a place in a list stands as `[0]`. */
export function fieldNamesOf(schema: z.ZodType): ReadonlySet<string> {
	const known = namesOfSchema.get(schema)
	if (known) return known
	const names = new Set(pathsOf(schema).map((path) => path.replace(/^\./, '')))
	namesOfSchema.set(schema, names)
	return names
}

/** Where a value of this schema lies, from itself on: `` for itself, `.day` for a part, `[0]` for a place in a list. */
function pathsOf(schema: z.core.$ZodType): string[] {
	if (schema instanceof z.ZodObject) {
		return Object.entries(schema.shape).flatMap(([key, part]) => pathsOf(part).map((path) => `.${key}${path}`))
	}
	// A list is also the same name several times over.
	if (schema instanceof z.ZodArray) return ['', ...pathsOf(schema.element).map((path) => `${first}${path}`)]
	if (schema instanceof z.ZodUnion) return schema.options.flatMap(pathsOf)
	if (schema instanceof z.ZodPipe) return pathsOf(schema.in)
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
		return pathsOf(schema.unwrap())
	}
	return ['']
}
