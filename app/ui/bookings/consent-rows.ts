import type { StayConsent } from '#app/domain/rooms/room.ts'
import { formatList } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/translate.ts'
import type { SummaryRow } from '../display/summary-list.tsx'

/** The consents that a family says it has for a stay with a child, to be seen by whoever lets them in; no row without any. */
export function consentRows(consents: readonly StayConsent[], t: T, locale: Locale): SummaryRow[] {
	if (consents.length === 0) return []
	const said = consents.map((one) => t(`rooms.consent.${one}`))
	return [{ label: t('rooms.fact.consents-to-see'), value: formatList(said, locale) }]
}
