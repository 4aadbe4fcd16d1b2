import type { DiscrepancyResolution } from '#app/domain/funds/states.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../../display/status-tag.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { DiscrepanciesTable, type DiscrepancyLine } from './discrepancies-table.tsx'

export interface EndedLine extends DiscrepancyLine {
	endedAt: Date
	resolution: DiscrepancyResolution
	note: string | null
	/** null where it was put right by itself. */
	endedBy: string | null
}

/** What was put right or explained lately. */
export function ResolvedDiscrepancies({ lines }: { lines: readonly EndedLine[] }) {
	const t = useT()
	const locale = useLocale()
	if (lines.length === 0) return null
	return (
		<Subsection title={t('funds.reconciliation.resolved')}>
			<DiscrepanciesTable
				caption={t('funds.reconciliation.resolved')}
				lines={lines}
				also={[
					{
						key: 'ending',
						header: t('funds.col.state'),
						cell: (line) => (
							<div className="stack-tight">
								<StatusTag shape={line.resolution === 'repaired' ? 'done' : 'ended'}>
									{t(`funds.resolution.${line.resolution}`)}
								</StatusTag>
								{line.note !== null && <div className="small">{line.note}</div>}
							</div>
						),
					},
					{
						key: 'by',
						header: t('funds.reconciliation.resolved-by'),
						cell: (line) => `${line.endedBy ?? t('funds.top-up.by-system')}, ${formatDateTime(line.endedAt, locale)}`,
					},
				]}
			/>
		</Subsection>
	)
}
