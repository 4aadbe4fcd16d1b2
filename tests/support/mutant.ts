import type { Plugin } from 'vite'

/**
 * A guard that was taken away, to see whether a test misses it: a statement that the database is changed by once it is
 * migrated, or words of a file that are replaced. `npm run test:mutants` sets it; nothing else does.
 */
export type Mutant = { sql: string } | { file: string; changes: { from: string; to: string }[] }

export function mutantOfRun(): Mutant | null {
	const told = process.env.SAMVAER_MUTANT
	const mutant: Mutant | null = told ? JSON.parse(told) : null
	return mutant
}

/** Replaces the words while the file is loaded. */
export function mutated(): Plugin {
	return {
		name: 'mutant',
		enforce: 'pre',
		transform(code, id) {
			const mutant = mutantOfRun()
			if (!mutant || !('file' in mutant) || !id.endsWith(`/${mutant.file}`)) return null
			return mutant.changes.reduce((changed, { from, to }) => changed.replace(from, () => to), code)
		},
	}
}
