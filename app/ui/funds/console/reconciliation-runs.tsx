import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { EmptyState } from '../../display/empty-state.tsx'
import { StatusTag } from '../../display/status-tag.tsx'

export interface RunLine {
	id: string
	ranAt: Date
	byHand: boolean
	events: number
	movements: number
	discrepancies: number
}

/** The last comparisons, the latest first. */
export function ReconciliationRuns({ lines }: { lines: readonly RunLine[] }) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={t('funds.reconciliation.runs')}
			captionHidden
			rows={lines}
			rowKey={(line) => line.id}
			empty={
				<EmptyState title={t('funds.reconciliation.no-runs')}>{t('funds.reconciliation.no-runs-about')}</EmptyState>
			}
			columns={[
				{
					key: 'time',
					header: t('funds.col.time'),
					rowHeader: true,
					cell: (line) => formatDateTime(line.ranAt, locale, { year: true }),
				},
				{
					key: 'how',
					header: t('funds.reconciliation.how'),
					cell: (line) => t(line.byHand ? 'funds.reconciliation.by-hand' : 'funds.reconciliation.daily'),
				},
				{ key: 'events', header: t('funds.reconciliation.events'), align: 'end', cell: (line) => line.events },
				{ key: 'movements', header: t('funds.reconciliation.movements'), align: 'end', cell: (line) => line.movements },
				{
					key: 'differences',
					header: t('funds.reconciliation.discrepancies'),
					align: 'end',
					cell: ({ discrepancies }) => (
						<StatusTag shape={discrepancies === 0 ? 'done' : 'attention'}>{String(discrepancies)}</StatusTag>
					),
				},
			]}
		/>
	)
}
