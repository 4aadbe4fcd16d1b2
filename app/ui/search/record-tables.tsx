import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { PermitState } from '#app/domain/permits/permit.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import { formatDateTime, formatList, formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { isTextKey } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { BookingStatus } from '../bookings/booking-facts.tsx'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { TextLink } from '../text-link.tsx'

type Ahead = {
	ref: string
	code: string
	start: Date
	state: BookingState
	underReview: boolean
	causes: readonly ReviewCause[]
}
type Tie = {
	ref: string
	name: string
	relationship: string
	state: PermitState
	controls: readonly Control[]
	validTo: string | null
}

/** The visits to come of whoever the page is about. */
export function VisitsAhead({ visits }: { visits: readonly Ahead[] }) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={t('search.visits')}
			rows={visits}
			rowKey={(row) => row.ref}
			empty={<EmptyState title={t('search.visits-none')} />}
			columns={[
				{
					key: 'time',
					header: t('search.time'),
					rowHeader: true,
					cell: (row) => <TextLink href={paths.staff.booking(row.ref)}>{formatDateTime(row.start, locale)}</TextLink>,
				},
				{ key: 'code', header: t('common.col.code'), cell: (row) => <code>{row.code}</code> },
				{ key: 'state', header: t('search.state'), cell: (row) => <BookingStatus state={row.state} /> },
				{
					key: 'review',
					header: t('search.review'),
					cell: (row) =>
						row.underReview ? (
							<TextLink href={paths.staff.review(row.ref)}>
								{row.causes.length === 0
									? t('search.under-review')
									: formatList(
											row.causes.map((cause) => t(`reviews.cause.${cause}`)),
											locale,
										)}
							</TextLink>
						) : (
							''
						),
				},
			]}
		/>
	)
}

/** Whom permits join to whoever the page is about. */
export function PermitTies({
	permits,
	of,
	reason,
}: {
	permits: readonly Tie[]
	of: 'prisoner' | 'visitor'
	reason: string
}) {
	const t = useT()
	const locale = useLocale()
	const relation = (relationship: string) => {
		const key = `applications.relationship.${relationship}`
		return isTextKey(key) ? t(key) : relationship
	}
	return (
		<DataTable
			caption={t('search.permits')}
			rows={permits}
			rowKey={(row) => row.ref}
			empty={<EmptyState title={t('search.permits-none')} />}
			columns={[
				{
					key: 'name',
					header: t(`search.kind.${of}`),
					rowHeader: true,
					cell: (row) => <TextLink href={paths.staff[of](row.ref, { reason })}>{row.name}</TextLink>,
				},
				{ key: 'relationship', header: t('search.relationship'), cell: (row) => relation(row.relationship) },
				{ key: 'state', header: t('search.state'), cell: (row) => t(`search.permit.${row.state}`) },
				{
					key: 'controls',
					header: t('search.controls'),
					cell: (row) =>
						formatList(
							row.controls.map((control) => t(`search.control.${control}`)),
							locale,
						),
				},
				{
					key: 'valid-to',
					header: t('search.valid-to'),
					cell: (row) => (row.validTo === null ? '' : formatShortDate(row.validTo, locale)),
				},
			]}
		/>
	)
}
