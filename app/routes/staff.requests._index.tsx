import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDateTime, formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { openRequests } from '#app/services/bookings/day.server.ts'
import { lineOf } from '#app/ui/bookings/booking-line.view-model.ts'
import { DataTable } from '#app/ui/display/data-table.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { StatusTag } from '#app/ui/display/status-tag.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'rail.requests' }

export const loader = defineLoader({ who: 'officer', permission: 'handle-bookings' }, async ({ ctx }) => ({
	rows: (await openRequests(ctx)).map(({ visit, requestedAt, lapsesAt, isLate, movesFrom }) => ({
		...lineOf({ visit }),
		...{ requestedAt, lapsesAt, isLate, movesFrom },
	})),
}))

export default function Requests() {
	const { rows } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<PageTitle lead={t('bookings.officer.requests.lead')}>{t('rail.requests')}</PageTitle>
			<DataTable
				caption={t('bookings.officer.requests.caption')}
				rows={rows}
				rowKey={(row) => row.ref}
				tall
				empty={<EmptyState title={t('bookings.officer.requests.none')} />}
				columns={[
					{
						key: 'prisoner',
						header: t('common.col.prisoner'),
						rowHeader: true,
						cell: (row) => <TextLink href={paths.staff.booking(row.ref)}>{row.prisoner}</TextLink>,
					},
					{
						key: 'time',
						header: t('common.col.time'),
						cell: (row) => (
							<>
								{formatDateTime(row.start, locale)}
								{row.movesFrom && (
									<span className="subtle">
										{' '}
										{t('bookings.officer.requests.moved-from', { time: formatDateTime(row.movesFrom, locale) })}
									</span>
								)}
							</>
						),
					},
					{
						key: 'kind',
						header: t('common.col.kind'),
						cell: (row) => row.room ?? (row.setting ? t(`timetable.setting.${row.setting}`) : ''),
					},
					{ key: 'party', header: t('common.col.party'), cell: (row) => row.party.join(', ') },
					{ key: 'made', header: t('common.col.received'), cell: (row) => formatShortDate(row.requestedAt, locale) },
					{
						key: 'lapses',
						header: t('bookings.officer.requests.answer-by'),
						cell: (row) => (
							<>
								{formatDateTime(row.lapsesAt, locale)}{' '}
								{row.isLate && <StatusTag shape="attention">{t('bookings.officer.requests.late')}</StatusTag>}
							</>
						),
					},
				]}
			/>
		</>
	)
}
