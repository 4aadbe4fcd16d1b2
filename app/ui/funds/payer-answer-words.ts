import type { PayerAnswer } from '#app/domain/funds/payer-answer.ts'
import type { T } from '#app/i18n/translate.ts'

/** What a payer reads of an answer: what stands against the payment, and what would make it possible. */
export function payerAnswerWords(told: PayerAnswer, t: T): { text: string; next: string }[] {
	const codes = told.kind === 'neutral' ? (['neutral'] as const) : told.items.map(({ code }) => code)
	return codes.map((code) => ({ text: t(`funds.refusal.${code}.family`), next: t(`funds.refusal.${code}.next`) }))
}
