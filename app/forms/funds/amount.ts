/** Whole øre in kroner as people write them: `150`, `1 500`, `149,50`, `149.50 kr`. null for anything else, so for `1.500`. */
export function oreIn(text: string): number | null {
	const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(kr\.?|nok)$/i, '')
	const [, kroner, ore = '0'] = /^(\d{1,7})(?:[.,](?:(\d\d)|[-\u2013]))?$/.exec(plain) ?? []
	return kroner === undefined ? null : Number(kroner) * 100 + Number(ore)
}

/** Kroner as they are typed: `150`, or `149,50`. */
export function kronerText(ore: number): string {
	const rest = ore % 100
	return rest === 0 ? String(ore / 100) : `${Math.floor(ore / 100)},${String(rest).padStart(2, '0')}`
}
