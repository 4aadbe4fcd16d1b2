import { nameInList } from '#app/domain/person-name.ts'
import type { Custody } from '#app/domain/prisoners/prisoner.ts'
import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { TextLink } from '../text-link.tsx'

/** Someone whom a search found. Never with a national number. */
export interface FoundRow {
	kind: 'prisoner' | 'visitor'
	ref: string
	givenName: string
	familyName: string
	born: string
	number: string | null
	unit: string | null
	custody: Custody | null
}

/** Who was found, each with the one way on. */
export function FoundTable({ people, total, reason }: { people: readonly FoundRow[]; total: number; reason: string }) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={t('search.caption', { total })}
			rows={people}
			rowKey={(row) => row.ref}
			empty={<EmptyState title={t('search.none')}>{t('search.none-hint')}</EmptyState>}
			columns={[
				{ key: 'name', header: t('search.col.name'), rowHeader: true, cell: nameInList },
				{ key: 'who', header: t('search.col.who'), cell: (row) => t(`search.kind.${row.kind}`) },
				{ key: 'number', header: t('search.col.number'), cell: (row) => row.number ?? '' },
				{ key: 'born', header: t('search.col.born'), cell: (row) => formatShortDate(row.born, locale) },
				{ key: 'unit', header: t('search.col.unit'), cell: (row) => row.unit ?? '' },
				{
					key: 'custody',
					header: t('search.col.custody'),
					cell: (row) => (row.custody === null ? '' : t(`search.custody.${row.custody}`)),
				},
				{
					key: 'open',
					header: t('search.col.open'),
					cell: (row) => (
						<TextLink href={paths.staff[row.kind](row.ref, { reason })} about={nameInList(row)}>
							{t(`search.open.${row.kind}`)}
						</TextLink>
					),
				},
			]}
		/>
	)
}
