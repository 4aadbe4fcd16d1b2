import type { z } from 'zod'

let checking = false

/** Whether JSON documents are held against their schemas. Set once at start, from the configuration; a process that does not checks none. */
export function checkDocuments(on: boolean): void {
	checking = on
}

/**
 * Returns the document itself, whether it is checked or not.
 *
 * @throws Error where it is checked and is not what its schema says; of what is wrong it names the fields, never a value
 */
export function checkedDocument<T>(name: string, schema: z.ZodType<T>, document: T): T {
	if (!checking) return document
	const parsed = schema.safeParse(document)
	if (parsed.success) return document
	const faults = parsed.error.issues.map(({ path, code, message }) => `${path.join('.')}: ${code}, ${message}`)
	throw new Error(`The document of ${name} is not of its shape: ${faults.join('; ')}`)
}
