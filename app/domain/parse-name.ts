// Practice: a name is as its bearer and the register write it, in whatever letters; a stricter rule shuts people out.

/** Why a text is not taken for a name: it has no letter, a sign that no name has, or too many letters. */
export type NameProblem = 'no-letter' | 'unfit-sign' | 'too-long'

/** Line breaks, what turns the direction of writing, and what is no character at all: they would change how a list or a log reads. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\p{Co}\p{Cn}]/u

/** What nobody sees, but for the two joiners that Persian, Kurdish and the scripts of India write with. */
const unseen =
	/(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu

/** Letters and their marks, digits, all hyphens, and the signs that names are written with: Dahl-Berg, 't Hart, Olsen (Berg), Berg/Dahl, King Jr., III. */
const fit = /^[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pd}\u2212'’‘‛´`′.,·()[\]/ \u055a\u05f3\u05f4\u0f0b\u1361\u30fb\u200c\u200d]*$/u

/** No script stacks five marks on one letter; more run over the lines above and below. */
const piled = /^\p{M}|[^\p{L}\p{M}\p{N}]\p{M}|\p{M}{5}/u

/** A typed or sent name as it is kept, with plain spaces and without what nobody sees; or why it is none. */
export function parseName(typed: string, longest = 80): { name: string } | { problem: NameProblem } {
	const trimmed = typed.trim()
	if (unfit.test(trimmed)) return { problem: 'unfit-sign' }
	const name = trimmed
		.normalize('NFC')
		.replace(unseen, '')
		.replace(/\p{Zs}+/gu, ' ')
		.trim()
	if (!fit.test(name) || piled.test(name)) return { problem: 'unfit-sign' }
	if (!/\p{L}/u.test(name)) return { problem: 'no-letter' }
	return [...name].length > longest ? { problem: 'too-long' } : { name }
}
