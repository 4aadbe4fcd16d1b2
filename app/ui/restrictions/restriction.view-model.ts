import { lastDate } from '#app/domain/calendar/oslo.ts'
import { formatList, formatShortDate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/translate.ts'
import type { RestrictionView } from '#app/services/restrictions/list-restrictions.server.ts'

export type { RestrictionView }

type Period = Pick<RestrictionView, 'from' | 'to' | 'clockStopped'>

/** What kind of restriction it is, a court's by what it bars. */
export function describeKind({ kind, type }: Pick<RestrictionView, 'kind' | 'type'>, t: T): string {
	return type === null
		? t(`restrictions.kind.${kind}`)
		: `${t(`restrictions.kind.${kind}`)}: ${t(`restrictions.type.${type}`)}`
}

/** Its first and its last day, both of which count. */
export function describePeriod({ from, to, clockStopped }: Period, locale: Locale, t: T): string {
	const first = from === null ? '' : formatShortDate(from, locale)
	const last = to === null ? t('restrictions.no-end') : formatShortDate(from === null ? to : lastDate(from, to), locale)
	const period = [first, last].filter((part) => part !== '').join('\u00a0–\u00a0')
	return clockStopped ? t('restrictions.clock-stopped-from', { period }) : period
}

/** Whom it is about, as one line. */
export function describePeople({ people }: Pick<RestrictionView, 'people'>, locale: Locale): string {
	return formatList(
		people.map(({ name, number }) => (number === null ? name : `${name} (${number})`)),
		locale,
	)
}
