import { formatMonth, weekdayNames } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translate.ts'
import { daysOf, timesOn } from '#app/paths.ts'
import { type CacheablePart, useInnerMarkup } from '../cached-markup.tsx'
import { type CalendarDay, type DayState, dayKey, dayText, monthsOf } from './calendar-day.ts'

const cell: CacheablePart<DayState | null> = {
	name: 'day-cell',
	keyOf: (day) => (day === null ? '' : dayKey(day)),
	render: (day, days) => (day === null ? <td /> : renderCell(day, days)),
}

function renderCell(day: DayState, days: string) {
	const { date, count, chosen, today, locale } = day
	const t = translator(locale)
	const isFree = count !== null && count > 0
	const face = (
		<>
			<b aria-hidden="true">{Number(date.slice(8))}</b>
			{isFree && (
				<small aria-hidden="true">
					{count}
					<span> {t('timetable.free-short', { count })}</span>
				</small>
			)}
			<span className="ds-sr-only">
				{dayText(day)}
				{count === 0 && `. ${t('timetable.why-no-times')}`}
			</span>
		</>
	)
	const marks = {
		className: 'day',
		'data-free': isFree ? '' : undefined,
		'data-today': today ? '' : undefined,
	}
	return (
		<td>
			{count === null ? (
				<span {...marks}>{face}</span>
			) : (
				<a {...marks} href={timesOn(days, date)} aria-current={chosen ? 'date' : undefined}>
					{face}
				</a>
			)}
		</td>
	)
}

type Props = {
	days: readonly CalendarDay[]
	/** The page's own address, without a day. */
	here: string
	chosen?: string | undefined
	today?: string | undefined
}

/** Some weeks as a table a month, each day in words for those who do not see it. `DayList` is its plain twin. */
export function MonthCalendar({ days, here, chosen, today }: Props) {
	const t = useT()
	const locale = useLocale()
	const inner = useInnerMarkup()
	const names = weekdayNames(locale)
	const stateOf = (day: CalendarDay | null) => {
		if (day === null) return null
		const { date, count } = day
		return { date, count, chosen: date === chosen, today: date === today, locale }
	}
	return (
		<div className="calendar">
			{monthsOf(days).map(({ month, weeks }) => (
				<table key={month}>
					<caption>{formatMonth(month, locale)}</caption>
					<thead>
						<tr>
							{weekdayNames(locale, 'short').map((head, index) => (
								<th key={head} scope="col" abbr={names[index]}>
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{weeks.map((week) => (
							<tr key={week.find((day) => day !== null)?.date} {...inner(cell, week.map(stateOf), daysOf(here))} />
						))}
					</tbody>
				</table>
			))}
			<p className="subtle small">{t('timetable.calendar-key')}</p>
		</div>
	)
}
