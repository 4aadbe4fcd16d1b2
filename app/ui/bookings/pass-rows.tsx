import { formatList, formatTime } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/translate.ts'
import type { SummaryRow } from '../display/summary-list.tsx'
import { VisitTime } from './booking-facts.tsx'

/** A visit as its pass tells of it: whom it is to is nowhere. */
export interface PassVisit {
	code: string
	start: Date
	end: Date
	/** When to be there, and from when on one may be turned away. */
	comeBy: Date
	tooLateFrom: Date
	people: readonly { name: string; givenName: string; showsId: boolean }[]
	facility: { name: string; address: string; phone: string }
}

interface Words {
	t: T
	locale: Locale
	/** Full names on the page; given names in what is kept on a phone. */
	nameBy: 'name' | 'givenName'
}

/** When, and who comes and who must show who they are. */
export function passRows({ people, comeBy, ...pass }: PassVisit, { t, locale, nameBy }: Words): SummaryRow[] {
	const names = (some: PassVisit['people']) =>
		some.length > 0
			? formatList(
					some.map((one) => one[nameBy]),
					locale,
				)
			: t('common.none')
	return [
		{ label: t('bookings.fact.time'), value: <VisitTime visit={pass} /> },
		{ label: t('bookings.pass.be-there'), value: formatTime(comeBy, locale) },
		{ label: t('bookings.fact.party'), value: names(people) },
		{ label: t('bookings.pass.ids'), value: names(people.filter((one) => one.showsId)) },
	]
}
