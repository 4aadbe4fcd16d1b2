import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import { TextLink } from '../text-link.tsx'
import { describeKind, describePeople, describePeriod, type RestrictionView } from './restriction.view-model.ts'

type Props = {
	rows: readonly RestrictionView[]
	caption: string
	/** Who may know of a ban alone has no page of it. */
	mayOpen: boolean
}

/** Restrictions, each with the way to its own page. */
export function RestrictionTable({ rows, caption, mayOpen }: Props) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={caption}
			rows={rows}
			rowKey={(row) => row.ref}
			empty={<EmptyState title={t('restrictions.none')} />}
			columns={[
				{
					key: 'people',
					header: t('restrictions.col.people'),
					rowHeader: true,
					cell: (row) =>
						mayOpen ? (
							<TextLink href={paths.staff.restriction(row.ref)} about={describeKind(row, t)}>
								{describePeople(row, locale)}
							</TextLink>
						) : (
							describePeople(row, locale)
						),
				},
				{ key: 'kind', header: t('restrictions.col.kind'), cell: (row) => describeKind(row, t) },
				{ key: 'period', header: t('restrictions.col.period'), cell: (row) => describePeriod(row, locale, t) },
				{
					key: 'state',
					header: t('restrictions.col.state'),
					cell: (row) => (
						<StatusTag shape={row.isOver ? 'ended' : 'stopped'}>
							{t(row.isOver ? 'restrictions.state.ended' : 'restrictions.state.in-force')}
						</StatusTag>
					),
				},
				{
					key: 'review',
					header: t('restrictions.review-on'),
					cell: (row) => (row.reviewOn === null ? '' : formatShortDate(row.reviewOn, locale)),
				},
			]}
		/>
	)
}
