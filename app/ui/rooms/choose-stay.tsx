import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import type { RoomKind } from '#app/domain/rooms/room.ts'
import { formatDate, formatDateTime, formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { WhyNot } from '../bookings/why-not.tsx'
import { SubmitButton } from '../button.tsx'
import { DayList } from '../calendar/day-list.tsx'
import { MonthCalendar } from '../calendar/month-calendar.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { HiddenFields, IdempotencyKeyField } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'
import { RoomIllustration } from '../illustrations/room-illustration.tsx'
import { Section } from '../layout/section.tsx'

type Props = {
	kind: RoomKind
	days: readonly { date: string; count: number }[]
	/** The page's own address, without a day. */
	here: string
	day: string | null
	today: string
	/** Each beginning with the ends that it can have; `value` is what the form sends for one. */
	starts: readonly { start: Date; ends: readonly { end: Date; value: string }[] }[]
	why: readonly PublicReasons[]
	idempotencyKey: string
	/** Of the stay that is to be moved. */
	version?: number | undefined
}

/** A calendar, the same days as a list, and the chosen day's beginnings, each with how long one may stay. */
export function ChooseStay({ kind, days, here, day, today, starts, why, idempotencyKey, version }: Props) {
	const t = useT()
	const locale = useLocale()
	const anyFree = days.some((one) => one.count > 0)
	return (
		<>
			{!anyFree && <EmptyState title={t('rooms.none-free')}>{t('bookings.time.none-about')}</EmptyState>}
			<Section title={t('timetable.choose-day')}>
				<MonthCalendar days={days} here={here} chosen={day ?? undefined} today={today} />
				<details>
					<summary>{t('bookings.time.as-list')}</summary>
					<DayList days={days} here={here} chosen={day ?? undefined} />
				</details>
			</Section>
			{day !== null && (
				<Section
					id="times"
					title={
						starts.length > 0 ? t('timetable.times-on-day', { day: formatDate(day, locale) }) : formatDate(day, locale)
					}
				>
					{starts.map(({ start, ends }) => (
						<div className="ds-card time-card" key={start.toISOString()}>
							<RoomIllustration kind={kind} />
							<PostForm layout="plain">
								<h3 className="ds-heading" data-size="xs">
									{t('rooms.stay.from', { time: formatTime(start, locale) })}
								</h3>
								<IdempotencyKeyField value={idempotencyKey} />
								<HiddenFields values={{ version }} />
								<EndChoice start={start} ends={ends} />
								<SubmitButton about={formatDate(day, locale)}>
									{t('rooms.stay.choose', { time: formatTime(start, locale) })}
								</SubmitButton>
							</PostForm>
						</div>
					))}
					{starts.length === 0 && why.length > 0 && <WhyNot why={why} others={false} />}
				</Section>
			)}
		</>
	)
}

/** One end is told; of several one is chosen. */
function EndChoice({ start, ends }: { start: Date; ends: Props['starts'][number]['ends'] }) {
	const t = useT()
	const locale = useLocale()
	const inWords = (end: Date) => {
		const isSameDay = formatDate(start, locale) === formatDate(end, locale)
		return isSameDay ? formatTime(end, locale) : formatDateTime(end, locale)
	}
	const [only, ...others] = ends
	if (only && others.length === 0)
		return (
			<>
				<HiddenFields values={{ stay: only.value }} />
				<p>{t('rooms.stay.until-only', { time: inWords(only.end) })}</p>
			</>
		)
	const id = `until-${start.getTime()}`
	return (
		<div className="ds-field field">
			<label className="ds-label" htmlFor={id}>
				{t('rooms.stay.until')}
			</label>
			<select className="ds-input" id={id} name="stay">
				{ends.map(({ end, value }) => (
					<option key={value} value={value}>
						{inWords(end)}
					</option>
				))}
			</select>
		</div>
	)
}
