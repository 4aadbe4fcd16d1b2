import { formatDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import type { CalendarDay } from './calendar-day.ts'

type Props = { days: readonly CalendarDay[]; chosen?: string | undefined }

/** The calendar's days as plain lines. */
export function DayList({ days, chosen }: Props) {
	const t = useT()
	const locale = useLocale()
	return (
		<ul className="day-list">
			{days.map((day) => {
				const words = formatDate(day.date, locale)
				const free = t('sessions.times-free', { count: day.count })
				if (day.count === 0)
					return (
						<li key={day.date}>
							<span className="subtle">
								{words}: {free}
							</span>
							{day.href !== undefined && (
								<a className="ds-link" href={day.href}>
									<span aria-hidden="true">{t('sessions.why-no-times')}</span>
									<span className="ds-sr-only">{t('sessions.why-no-times-on', { day: words })}</span>
								</a>
							)}
						</li>
					)
				return (
					<li key={day.date}>
						<a className="ds-link" href={day.href} aria-current={day.date === chosen ? 'date' : undefined}>
							{words}
						</a>
						<span>{free}</span>
					</li>
				)
			})}
		</ul>
	)
}
