// Practice: numbers are typed on phones and copied out of documents, where a hyphen is any dash or none.

/** A number as it is written on paper: capitals and plain hyphens, without spaces and what nobody sees. */
function tidied(typed: string): string {
	return typed
		.normalize('NFKC')
		.replace(/[\p{Pd}\u2212]/gu, '-')
		.replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
		.toUpperCase()
}

/** The form by which two writings of one number are alike: as `parseNumber`, and without hyphens. */
export function foldNumber(typed: string): string {
	return tidied(typed).replaceAll('-', '')
}

/** A prisoner's number as it is stored: letters and digits with hyphens between, 40 at most; null for what is no number. */
export function parseNumber(typed: string): string | null {
	const number = tidied(typed)
	return /^[0-9A-Z][0-9A-Z-]{0,39}$/.test(number) ? number : null
}
