import type { RefusalCode } from '#app/domain/refusals.ts'
import type { T } from '#app/i18n/translate.ts'

/** What stands against an officer's act, in words for officers; that there is more where they may not read it. */
export function officerRefusals({ codes, withheld }: { codes: readonly RefusalCode[]; withheld: boolean }, t: T) {
	const items = codes.map((code) => ({ text: t(`refusals.${code}.officer`) }))
	return withheld ? [...items, { text: t('bookings.officer.refused.withheld') }] : items
}
