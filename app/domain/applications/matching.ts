// Practice: a name is written in many ways, and a misspelt one should not lock a family out (the prisoner's number decides).

/** Letters that Unicode does not take apart into a letter and a mark. */
const letters: readonly (readonly [RegExp, string])[] = [
	[/[æœ]/g, 'ae'],
	[/ø/g, 'o'],
	[/ß/g, 'ss'],
	[/[ðđ]/g, 'd'],
	[/þ/g, 'th'],
	[/ł/g, 'l'],
	[/ı/g, 'i'],
]

/** Pairs by which Norwegian, Swedish, Danish and German letters are spelled out, each folded to its first letter. */
const spelledOut: readonly (readonly [RegExp, string])[] = [
	[/aa/g, 'a'],
	[/ae/g, 'a'],
	[/oe/g, 'o'],
	[/ue/g, 'u'],
]

/**
 * A name in the form by which two spellings of it are alike. What folds: capitals; accents and all marks over and under
 * letters (é, ä, ö, ü, š); å = aa = a; æ = ä = ae = a; ø = ö = oe = o; ü = ue = u; ð = đ = d; þ = th; ł = l; ß = ss; and
 * hyphens, spaces, apostrophes and full stops, which fall away. So Åse = Aase = Ase, and Ødegård = Oedegaard = Odegard. Other
 * scripts keep their letters.
 */
export function foldName(name: string): string {
	let folded = name.toLowerCase()
	for (const [letter, plain] of letters) folded = folded.replace(letter, plain)
	folded = folded.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '')
	for (const [pair, plain] of spelledOut) folded = folded.replace(pair, plain)
	return folded
}

/**
 * Whether a typed name is the register's: the first given name and the whole family name are there as whole names, in any
 * order, however they are parted. Middle names may be missing or extra on either side.
 */
export function sameName(typed: string, given: string, family: string): boolean {
	const runs = runsOf(wordsOf(typed))
	const firstNames = [foldName(wordsOf(given)[0] ?? ''), foldName(given)]
	const families = runs.filter((run) => run.folded === foldName(family))
	const firsts = runs.filter((run) => firstNames.includes(run.folded))
	return families.some((one) => firsts.some((other) => one.end <= other.start || other.end <= one.start))
}

function wordsOf(name: string): string[] {
	return name.split(/[\s,.\-‐‑–]+/u).filter((word) => foldName(word) !== '')
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
