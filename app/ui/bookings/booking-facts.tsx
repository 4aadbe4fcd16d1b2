import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatDate, formatDateTime, formatList, formatTimeRange } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { formatControls } from '../calendar/format-controls.ts'
import { StatusTag } from '../display/status-tag.tsx'
import { SummaryList } from '../display/summary-list.tsx'
import type { Shape } from '../icons.tsx'

/** A visit as a family reads it. */
export interface ShownBooking {
	ref: string
	person: string
	start: Date
	end: Date
	setting: Setting | null
	/** The room's name, where one is reserved. */
	room: string | null
	provides: readonly Control[]
	party: readonly string[]
	facility: { name: string; address: string; phone: string }
}

/** When, where, who and what is controlled. */
export function BookingFactsList({
	visit,
	changes = {},
}: {
	visit: ShownBooking
	changes?: { party?: string; time?: string }
}) {
	const t = useT()
	const locale = useLocale()
	const { facility } = visit
	return (
		<SummaryList
			rows={[
				{ label: t('bookings.fact.person'), value: visit.person },
				{ label: t('bookings.fact.time'), value: <VisitTime visit={visit} />, changeHref: changes.time },
				{ label: t('bookings.fact.place'), value: `${facility.name}, ${facility.address}` },
				{
					label: t('bookings.fact.kind'),
					value: visit.room ?? (visit.setting ? t(`timetable.setting.${visit.setting}`) : ''),
				},
				{ label: t('timetable.controls'), value: formatControls(visit.provides, t) },
				{ label: t('bookings.fact.party'), value: formatList([...visit.party], locale), changeHref: changes.party },
			]}
		/>
	)
}

/** 'torsdag 26. november kl. 12.00–13.00', or from one day to another. */
export function VisitTime({ visit }: { visit: Pick<ShownBooking, 'start' | 'end'> }) {
	const locale = useLocale()
	const { start, end } = visit
	const sameDay = formatDate(start, locale) === formatDate(end, locale)
	return sameDay ? (
		<>
			{formatDate(start, locale)} {formatTimeRange(start, end, locale)}
		</>
	) : (
		<>
			{formatDateTime(start, locale)} – {formatDateTime(end, locale)}
		</>
	)
}

const shapes: Readonly<Record<BookingState, Shape>> = {
	held: 'open',
	expired: 'ended',
	requested: 'waiting',
	confirmed: 'done',
	declined: 'stopped',
	lapsed: 'stopped',
	'checked-in': 'done',
	completed: 'ended',
	cancelled: 'stopped',
	'no-show': 'ended',
	'turned-away': 'stopped',
}

export function BookingStatus({ state, underReview = false }: { state: BookingState; underReview?: boolean }) {
	const t = useT()
	if (underReview && state === 'confirmed') return <StatusTag shape="attention">{t('bookings.under-review')}</StatusTag>
	return <StatusTag shape={shapes[state]}>{t(`bookings.state.${state}`)}</StatusTag>
}
