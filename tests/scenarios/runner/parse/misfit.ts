import type { z } from 'zod'
import type { Path, YamlDocument } from './yaml.ts'

/** One place where a file does not fit the format. */
export interface Misfit {
	file: string
	line: number
	/** null when the file itself cannot be read. */
	scenario: string | null
	/** The path of the key: `steps[2].book.session`. */
	key: string
	why: string
}

export function misfitLine({ file, line, scenario, key, why }: Misfit): string {
	const where = [`${file}:${line}`, ...(scenario === null ? [] : [`“${scenario}”`]), ...(key === '' ? [] : [key])]
	return `${where.join(': ')}: ${why}`
}

/** Collects what does not fit in one scenario, while as much of it as possible is read. */
export interface Reader {
	/** The value as the schema reads it; null when it does not fit, and that is noted. */
	read<T>(schema: z.ZodType<T>, value: unknown, path: Path): T | null
	refuse(path: Path, why: string): void
	readonly misfits: readonly Misfit[]
}

export function createReader(file: string, scenario: string | null, document: YamlDocument): Reader {
	const misfits: Misfit[] = []
	const refuse = (path: Path, why: string) =>
		void misfits.push({ file, scenario, line: document.lineOf(path), key: keyOf(path), why })
	return {
		misfits,
		refuse,
		read(schema, value, path) {
			const result = schema.safeParse(value)
			if (result.success) return result.data
			for (const issue of result.error.issues) {
				const at = [...path, ...issue.path]
				if (issue.code === 'unrecognized_keys') {
					for (const key of issue.keys) refuse([...at, key], `there is no key “${key}” here`)
				} else {
					refuse(at, isMissing(value, issue.path) ? 'is missing' : issue.message)
				}
			}
			return null
		},
	}
}

function isMissing(value: unknown, path: Path): boolean {
	const [step, ...rest] = path
	if (step === undefined) return value === undefined
	if (typeof value !== 'object' || value === null) return false
	const entry = Object.entries(value).find(([key]) => key === String(step))
	return entry ? isMissing(entry[1], rest) : rest.length === 0
}

function keyOf(path: Path): string {
	return path
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
		.join('')
		.replace(/^\./, '')
}
