// Practice: a name is written in many ways, and a misspelt one should not lock a family out (the prisoner's number decides).
import { foldName } from '../fold-name.ts'

/**
 * Whether a typed name is the register's: the first given name and the whole family name are there as whole names, in any
 * order, however they are parted. Middle names may be missing or extra on either side. Of a family name with brackets or a slash
 * (`Olsen (Berg)`, `Berg/Dahl`) one of the names is enough; who has one name alone in the register is found by that.
 */
export function sameName(typed: string, given: string, family: string): boolean {
	const runs = runsOf(wordsOf(typed))
	const firstNames = [foldName(wordsOf(given)[0] ?? ''), foldName(given)]
	const familyNames = [family, ...family.split(/[()[\]/]/)].map(foldName)
	const families = runs.filter((run) => familyNames.includes(run.folded))
	const firsts = runs.filter((run) => firstNames.includes(run.folded))
	if (foldName(family) === '') return firsts.length > 0
	if (foldName(given) === '') return families.length > 0
	return families.some((one) => firsts.some((other) => one.end <= other.start || other.end <= one.start))
}

function wordsOf(name: string): string[] {
	return name.split(/[\s,.()[\]/\p{Pd}\u2212]+/u).filter((word) => foldName(word) !== '')
}

/** Every stretch of one word or several in a row, read as one name. */
function runsOf(words: readonly string[]) {
	return words.flatMap((_, start) =>
		words.slice(start).map((__, more) => {
			const end = start + more + 1
			return { start, end, folded: foldName(words.slice(start, end).join('')) }
		}),
	)
}
