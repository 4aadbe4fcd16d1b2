import type { PublicTopUpReasons } from '#app/domain/funds/public-reasons.ts'
import type { T } from '#app/i18n/translate.ts'

/** What a payer reads of an answer: what stands against the payment, and what would make it possible. */
export function describeTopUpRefusals(publicReasons: PublicTopUpReasons, t: T): { text: string; next: string }[] {
	const codes = publicReasons.kind === 'neutral' ? (['neutral'] as const) : publicReasons.items.map(({ code }) => code)
	return codes.map((code) => ({ text: t(`funds.refusal.${code}.family`), next: t(`funds.refusal.${code}.next`) }))
}
