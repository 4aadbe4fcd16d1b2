import { formatDate } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translate.ts'
import { daysOf, timesOn } from '#app/paths.ts'
import { type CacheablePart, useInnerMarkup } from '../cached-markup.tsx'
import { type CalendarDay, type DayState, dayKey } from './calendar-day.ts'

const line: CacheablePart<DayState> = { name: 'day-line', keyOf: dayKey, render: renderLine }

function renderLine({ date, count, chosen, locale }: DayState, days: string) {
	const t = translator(locale)
	const words = formatDate(date, locale)
	const free = t('timetable.times-free', { count: count ?? 0 })
	if (count !== null && count > 0)
		return (
			<li>
				<a className="ds-link" href={timesOn(days, date)} aria-current={chosen ? 'date' : undefined}>
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
			{count === 0 && (
				<a className="ds-link" href={timesOn(days, date)}>
					<span aria-hidden="true">{t('timetable.why-no-times')}</span>
					<span className="ds-sr-only">{t('timetable.why-no-times-on', { day: words })}</span>
				</a>
			)}
		</li>
	)
}

type Props = { days: readonly CalendarDay[]; here: string; chosen?: string | undefined }

/** The calendar's days as plain lines. */
export function DayList({ days, here, chosen }: Props) {
	const locale = useLocale()
	const inner = useInnerMarkup()
	const states = days.map(({ date, count }) => ({ date, count, chosen: date === chosen, today: false, locale }))
	return <ul className="day-list" {...inner(line, states, daysOf(here))} />
}
