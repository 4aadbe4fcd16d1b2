// Practice: a name is written in many ways, and a misspelt one should not lock a family out (the prisoner's number decides).
import type { PersonName } from './person-name.ts'

/** Letters that Unicode does not take apart into a letter and a mark. Of Sámi's: đ, ŋ, ŧ, ǥ and ʒ. */
const letters: readonly (readonly [RegExp, string])[] = [
	[/[æœ]/g, 'ae'],
	[/ø/g, 'o'],
	[/ß/g, 'ss'],
	[/[ðđ]/g, 'd'],
	[/þ/g, 'th'],
	[/ł/g, 'l'],
	[/ı/g, 'i'],
	[/ŋ/g, 'n'],
	[/ŧ/g, 't'],
	[/ǥ/g, 'g'],
	[/ʒ/g, 'z'],
	[/ħ/g, 'h'],
	[/ĸ/g, 'k'],
]

/** Pairs by which Norwegian, Swedish, Danish and German letters are spelled out, each folded to its first letter. */
const spelledOut: readonly (readonly [RegExp, string])[] = [
	[/aa/g, 'a'],
	[/ae/g, 'a'],
	[/oe/g, 'o'],
	[/ue/g, 'u'],
]

/** Letters by Unicode's word that are signs to the reader: the apostrophes of ʼAlī and Hawaiʻi, and the stroke that fills an Arabic line. */
const letterlike = /[\u02b0-\u02ff\u0640]/g

/**
 * A name in the form by which two spellings of it are alike. What folds: capitals; accents and all marks over and under
 * letters (é, ä, ö, ü, š, č, ž, ǧ); å = aa = a; æ = ä = ae = a; ø = ö = oe = o; ü = ue = u; ð = đ = d; ŋ = n; ŧ = t; ǥ = g; ʒ = z;
 * þ = th; ł = l; ß = ss; and hyphens, spaces, apostrophes, full stops, brackets and slashes, which fall away. So Åse = Aase = Ase,
 * Ødegård = Oedegaard = Odegard, and Baŋŋŧa = Bannta. Other scripts keep their letters.
 */
export function foldName(name: string): string {
	let folded = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
	for (const [letter, plain] of letters) folded = folded.replace(letter, plain)
	folded = folded.replace(letterlike, '').replace(/[^\p{L}\p{N}]/gu, '')
	for (const [pair, plain] of spelledOut) folded = folded.replace(pair, plain)
	return folded
}

/** A whole name as the database finds it. */
export function foldedName(name: PersonName): string {
	return [name.givenName, name.familyName].map(foldName).join(' ').trim()
}
