import { fullName } from '#app/domain/person-name.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Section } from '../layout/section.tsx'
import { type AffectedBooking, AffectedBookings } from '../timetable/affected-bookings.tsx'

export interface Touched {
	bookings: readonly AffectedBooking[]
	/** Visits at other prisons. */
	elsewhere: number
	permits: readonly { givenName: string; familyName: string }[]
	entries: number
	topUps: number
}

/** What comes of it: visits that come under review, and what is barred beside them. */
export function TouchedByRestriction({ touched }: { touched: Touched }) {
	const t = useT()
	const locale = useLocale()
	const { bookings, elsewhere, permits, entries, topUps } = touched
	const names = permits.map((person) => fullName(person))
	return (
		<Section title={t('restrictions.touches')}>
			<AffectedBookings visits={bookings} />
			<ul>
				{elsewhere > 0 && <li>{t('restrictions.touches.elsewhere', { count: elsewhere })}</li>}
				<li>
					{t('restrictions.touches.permits', { count: permits.length })}
					{permits.length > 0 && `: ${formatList(names, locale)}`}
				</li>
				<li>{t('restrictions.touches.entries', { count: entries })}</li>
				<li>{t('restrictions.touches.top-ups', { count: topUps })}</li>
			</ul>
		</Section>
	)
}
