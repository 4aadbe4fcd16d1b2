import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatDate, formatTime, formatTimeRange } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import type { CalendarDay } from '../calendar/calendar-day.ts'
import { DayList } from '../calendar/day-list.tsx'
import { MonthCalendar } from '../calendar/month-calendar.tsx'
import { TimeCard } from '../calendar/time-card.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { HiddenFields, IdempotencyKeyField } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'
import { Section } from '../layout/section.tsx'
import { WhyNot } from './why-not.tsx'

export interface OfferedTime {
	ref: string
	start: Date
	end: Date
	setting: Setting
	provides: readonly Control[]
	placesLeft: number | null
}

type Props = {
	days: readonly CalendarDay[]
	/** The page's own address, without a day. */
	here: string
	day: string | null
	today: string
	times: readonly OfferedTime[]
	/** Why the day's other times are not offered. */
	why: readonly PublicReasons[]
	idempotencyKey: string
	/** Of the visit that is to be moved. */
	version?: number | undefined
	/** Words on the button, with the time. */
	choose: 'timetable.choose-this-time' | 'bookings.change.to-this-time'
}

/** A calendar, the same days as a list, and the chosen day's times: each a button that takes it. */
export function ChooseTime({ days, here, day, today, times, why, idempotencyKey, version, choose }: Props) {
	const t = useT()
	const locale = useLocale()
	const anyFree = days.some(({ count }) => count !== null && count > 0)
	return (
		<>
			{!anyFree && <EmptyState title={t('timetable.no-times-at-all')}>{t('bookings.time.none-about')}</EmptyState>}
			<Section title={t('timetable.choose-day')}>
				<MonthCalendar days={days} here={here} chosen={day ?? undefined} today={today} />
				<details>
					<summary>{t('bookings.time.as-list')}</summary>
					<DayList days={days.filter(({ count }) => count !== null)} here={here} chosen={day ?? undefined} />
				</details>
			</Section>
			{day !== null && (
				<Section
					id="times"
					title={
						times.length > 0 ? t('timetable.times-on-day', { day: formatDate(day, locale) }) : formatDate(day, locale)
					}
				>
					{times.map((time) => (
						<TimeCard
							key={time.ref}
							time={formatTimeRange(time.start, time.end, locale)}
							setting={time.setting}
							controls={time.provides}
							{...(time.placesLeft === null ? {} : { placesLeft: time.placesLeft })}
							action={
								<PostForm layout="plain">
									<IdempotencyKeyField value={idempotencyKey} />
									<HiddenFields values={{ session: time.ref, version }} />
									<SubmitButton about={t(`timetable.setting.${time.setting}`)}>
										{t(choose, { time: formatTime(time.start, locale) })}
									</SubmitButton>
								</PostForm>
							}
						/>
					))}
					{times.length === 0 && why.length === 0 && <p>{t('timetable.no-times-day')}</p>}
					{why.length > 0 && <WhyNot why={why} others={times.length > 0} />}
				</Section>
			)}
		</>
	)
}
