import type { PublicTopUpReasons } from '#app/domain/funds/public-reasons.ts'
import { formatMoney } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'

interface Limits {
	/** Whole øre. */
	minOre: number
	maxOre: number
	maxOrePerWeek: number
}

/**
 * The error of the amount, when nothing but the amount stands against a payment; else null: then another amount is of no help,
 * and the answer is shown as a whole.
 */
export function amountError(publicReasons: PublicTopUpReasons, limits: Limits, locale: Locale): string | null {
	if (publicReasons.kind === 'neutral') return null
	const codes = publicReasons.items.map(({ code }) => code)
	if (codes.some((code) => code === 'payer-not-approved' || code === 'topup-not-allowed')) return null
	const values = {
		min: formatMoney(limits.minOre, locale),
		max: formatMoney(limits.maxOre, locale),
		week: formatMoney(limits.maxOrePerWeek, locale),
	}
	return codes[0] === undefined ? null : `phone.error.${codes[0]}?${new URLSearchParams(values)}`
}
