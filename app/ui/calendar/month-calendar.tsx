import { formatMonth, weekdayNames } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { type CalendarDay, dayWords, monthsOf } from './calendar-day.ts'

type DayProps = { day: CalendarDay; chosen: boolean; today: boolean }

function Day({ day, chosen, today }: DayProps) {
	const t = useT()
	const words = dayWords(day, t, useLocale())
	const inside = (
		<>
			<b aria-hidden="true">{Number(day.date.slice(8))}</b>
			{day.count > 0 && (
				<small aria-hidden="true">
					{day.count}
					<span> {t('sessions.free-short', { count: day.count })}</span>
				</small>
			)}
			<span className="ds-sr-only">
				{words}
				{day.count === 0 && day.href !== undefined && `. ${t('sessions.why-no-times')}`}
			</span>
		</>
	)
	const marks = {
		className: 'day',
		'data-free': day.count > 0 ? '' : undefined,
		'data-today': today ? '' : undefined,
	}
	if (day.href === undefined) return <span {...marks}>{inside}</span>
	return (
		<a {...marks} href={day.href} aria-current={chosen ? 'date' : undefined}>
			{inside}
		</a>
	)
}

type Props = { days: readonly CalendarDay[]; chosen?: string | undefined; today?: string | undefined }

/** Some weeks as a table a month, each day in words for those who do not see it. `DayList` is its plain twin. */
export function MonthCalendar({ days, chosen, today }: Props) {
	const t = useT()
	const locale = useLocale()
	const heads = weekdayNames(locale, 'short')
	const names = weekdayNames(locale)
	return (
		<div className="calendar">
			{monthsOf(days).map(({ month, weeks }) => (
				<table key={month}>
					<caption>{formatMonth(month, locale)}</caption>
					<thead>
						<tr>
							{heads.map((head, index) => (
								<th key={head} scope="col" abbr={names[index]}>
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{weeks.map((week) => (
							<tr key={week.find((day) => day !== null)?.date}>
								{week.map((day, index) => (
									<td key={names[index]}>
										{day !== null && <Day day={day} chosen={day.date === chosen} today={day.date === today} />}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			))}
			<p className="subtle small">{t('sessions.calendar-key')}</p>
		</div>
	)
}
