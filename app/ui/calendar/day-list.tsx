import { formatDate } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translate.ts'
import { drawnOnce, inside } from '../drawn-once.tsx'
import { type CalendarDay, type DayLook, lookKey, lookOf } from './calendar-day.ts'

const line = drawnOnce(lookKey, ({ date, count, leads, chosen, locale }: DayLook, href) => {
	const t = translator(locale)
	const words = formatDate(date, locale)
	const free = t('sessions.times-free', { count })
	if (count > 0)
		return (
			<li>
				<a className="ds-link" href={href} aria-current={chosen ? 'date' : undefined}>
					{words}
				</a>
				<span>{free}</span>
			</li>
		)
	return (
		<li>
			<span className="subtle">
				{words}: {free}
			</span>
			{leads && (
				<a className="ds-link" href={href}>
					<span aria-hidden="true">{t('sessions.why-no-times')}</span>
					<span className="ds-sr-only">{t('sessions.why-no-times-on', { day: words })}</span>
				</a>
			)}
		</li>
	)
})

type Props = { days: readonly CalendarDay[]; chosen?: string | undefined }

/** The calendar's days as plain lines. */
export function DayList({ days, chosen }: Props) {
	const locale = useLocale()
	const lines = days.map((day) => line(lookOf(day, { chosen, locale }), day.href))
	return <ul className="day-list" {...inside(lines)} />
}
