import { formatMonth, weekdayNames } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translate.ts'
import { type Drawn, drawnOnce, inside } from '../drawn-once.tsx'
import { type CalendarDay, type DayLook, dayWords, lookKey, lookOf, monthsOf } from './calendar-day.ts'

const dayCell = drawnOnce(lookKey, (look: DayLook, href) => {
	const { date, count, leads, chosen, today, locale } = look
	const t = translator(locale)
	const face = (
		<>
			<b aria-hidden="true">{Number(date.slice(8))}</b>
			{count > 0 && (
				<small aria-hidden="true">
					{count}
					<span> {t('sessions.free-short', { count })}</span>
				</small>
			)}
			<span className="ds-sr-only">
				{dayWords(look)}
				{count === 0 && leads && `. ${t('sessions.why-no-times')}`}
			</span>
		</>
	)
	const marks = {
		className: 'day',
		'data-free': count > 0 ? '' : undefined,
		'data-today': today ? '' : undefined,
	}
	return (
		<td>
			{leads ? (
				<a {...marks} href={href} aria-current={chosen ? 'date' : undefined}>
					{face}
				</a>
			) : (
				<span {...marks}>{face}</span>
			)}
		</td>
	)
})

const noDay: Drawn = drawnOnce(
	() => '',
	() => <td />,
)(null)

const weekdayHeads = drawnOnce(
	(locale: Locale) => locale,
	(locale) => {
		const names = weekdayNames(locale)
		return (
			<tr>
				{weekdayNames(locale, 'short').map((head, index) => (
					<th key={head} scope="col" abbr={names[index]}>
						{head}
					</th>
				))}
			</tr>
		)
	},
)

type Props = { days: readonly CalendarDay[]; chosen?: string | undefined; today?: string | undefined }

/** Some weeks as a table a month, each day in words for those who do not see it. `DayList` is its plain twin. */
export function MonthCalendar({ days, chosen, today }: Props) {
	const t = useT()
	const locale = useLocale()
	const cell = (day: CalendarDay | null) =>
		day === null ? noDay : dayCell(lookOf(day, { chosen, today, locale }), day.href)
	return (
		<div className="calendar">
			{monthsOf(days).map(({ month, weeks }) => (
				<table key={month}>
					<caption>{formatMonth(month, locale)}</caption>
					<thead {...inside([weekdayHeads(locale)])} />
					<tbody>
						{weeks.map((week) => (
							<tr key={week.find((day) => day !== null)?.date} {...inside(week.map(cell))} />
						))}
					</tbody>
				</table>
			))}
			<p className="subtle small">{t('sessions.calendar-key')}</p>
		</div>
	)
}
