import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { TextLink } from '../text-link.tsx'

/** A visit that a click will touch. */
export interface AffectedBooking {
	ref: string
	start: Date
	prisoner: string
	unit: string
	people: number
}

/** The visits that come under review, before it is done. */
export function AffectedBookings({ visits }: { visits: readonly AffectedBooking[] }) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={t('closures.touched', { count: visits.length })}
			rows={visits}
			rowKey={(visit) => visit.ref}
			tall
			empty={<p>{t('closures.touched', { count: 0 })}</p>}
			columns={[
				{
					key: 'prisoner',
					header: t('common.col.prisoner'),
					rowHeader: true,
					cell: (visit) => <TextLink href={paths.staff.booking(visit.ref)}>{visit.prisoner}</TextLink>,
				},
				{ key: 'time', header: t('common.col.time'), cell: (visit) => formatDateTime(visit.start, locale) },
				{ key: 'unit', header: t('common.col.unit'), cell: (visit) => visit.unit },
				{
					key: 'people',
					header: t('common.col.party'),
					align: 'end',
					cell: (visit) => t('common.people', { count: visit.people }),
				},
			]}
		/>
	)
}
