import type { PlainRefusal, PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import { isTextKey, type T } from '#app/i18n/translate.ts'

const variants = { you: 'you', 'your-child': 'child', someone: 'someone', visit: 'family' } as const

/** What a family reads of an answer: what stands against it and what would make it possible. Neutral answers are all alike. */
export function describeRefusals(publicReasons: PublicReasons, t: T): { text: string; next: string }[] {
	if (publicReasons.kind === 'neutral')
		return [{ text: t('refusals.neutral.family'), next: t('refusals.neutral.next') }]
	return publicReasons.items.map((item) => ({ text: textOf(item, t), next: nextOf(item, t) }))
}

function textOf({ code, about }: PlainRefusal, t: T): string {
	const own = `refusals.${code}.${variants[about]}`
	const general = `refusals.${code}.family`
	return isTextKey(own) ? t(own) : isTextKey(general) ? t(general) : t('refusals.neutral.family')
}

function nextOf({ code, about }: PlainRefusal, t: T): string {
	const key = about === 'someone' ? 'refusals.someone.next' : `refusals.${code}.next`
	return isTextKey(key) ? t(key) : t('refusals.neutral.next')
}
