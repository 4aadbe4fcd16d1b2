import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatDateTime, formatTimeRange } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { TextLink } from '../text-link.tsx'
import type { ShownGate } from './gate-stop.tsx'
import { OfficerVisitStatus } from './officer-booking-status.tsx'

/** A visit as a line of the officers' day. */
export interface BookingLine {
	ref: string
	code: string
	state: BookingState
	underReview: boolean
	gate: ShownGate
	start: Date
	end: Date
	prisoner: string
	unit: string
	party: readonly string[]
	setting: Setting | null
	room: string | null
}

interface Props {
	caption: string
	lines: readonly BookingLine[]
	/** The lines are of more days than one. */
	dated?: boolean
}

export function BookingsTable({ caption, lines, dated = false }: Props) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={caption}
			rows={lines}
			rowKey={(line) => line.ref}
			tall
			rowMark={(line) => (line.state === 'confirmed' && line.gate.stopped ? 'stopped' : undefined)}
			empty={<EmptyState title={t('bookings.officer.day.none')} />}
			columns={[
				{
					key: 'time',
					header: t('common.col.time'),
					cell: (line) =>
						dated ? (
							formatDateTime(line.start, locale)
						) : (
							<span className="nowrap">{formatTimeRange(line.start, line.end, locale)}</span>
						),
				},
				{
					key: 'prisoner',
					header: t('common.col.prisoner'),
					rowHeader: true,
					cell: (line) => <TextLink href={paths.staff.booking(line.ref)}>{line.prisoner}</TextLink>,
				},
				{ key: 'unit', header: t('common.col.unit'), cell: (line) => line.unit },
				{ key: 'party', header: t('common.col.party'), cell: (line) => line.party.join(', ') },
				{
					key: 'kind',
					header: t('common.col.kind'),
					cell: (line) => line.room ?? (line.setting ? t(`timetable.setting.${line.setting}`) : ''),
				},
				{ key: 'code', header: t('common.col.code'), cell: (line) => <code>{line.code}</code> },
				{
					key: 'state',
					header: t('common.col.state'),
					cell: (line) => <OfficerVisitStatus visit={line} />,
				},
			]}
		/>
	)
}
