import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * A typed number as it is kept, in E.164: `+4791234567`. Without a country's number it is Norwegian. Phones and documents write
 * them with all kinds of spaces, dashes, brackets and signs that nobody sees, and the (0) that is not dialled from abroad. Null
 * for what is no number, for two numbers, and for one with an extension.
 */
export function parsePhone(typed: string): string | null {
	const text = typed
		.normalize('NFKC')
		.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')
		.trim()
		.replace(/^tel:/i, '')
		.replace('(0)', '')
		.replace(/[\s\p{Pd}\u2212.()]/gu, '')
	const number = /^\+?\d{4,17}$/.test(text) ? numberIn(text) : null
	return number !== null && isNumber(number) ? number.number : null
}

/** What a country's plan allows is known here for Norway; of others the list may be older than the numbers, so the length counts. */
function isNumber(number: PhoneNumber): boolean {
	return number.countryCallingCode === '47' ? number.isValid() : number.isPossible()
}

function numberIn(text: string): PhoneNumber | null {
	return parsePhoneNumberFromString(text, { defaultCountry: 'NO', extract: false }) ?? null
}

/** A kept number in groups, with its country's number: `+47 912 34 567`. What was kept before numbers were read is shown as it is. */
export function formatPhone(kept: string): string {
	const mobile = /^\+47([49]\d\d)(\d\d)(\d{3})$/.exec(kept)
	if (mobile) return `+47 ${mobile.slice(1).join(' ')}`
	return (kept.startsWith('+') ? numberIn(kept)?.formatInternational() : null) ?? kept
}
