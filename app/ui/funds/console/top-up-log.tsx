import type { AuditAction } from '#app/domain/audit/actions.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'

export interface LogEntry {
	id: number
	at: Date
	action: AuditAction
	by: 'visitor' | 'officer' | 'system'
	officer: string | null
}

/** What was done with a payment and by whom, the latest first. */
export function TopUpLog({ lines }: { lines: readonly LogEntry[] }) {
	const t = useT()
	const locale = useLocale()
	const who = ({ by, officer }: LogEntry) =>
		officer ?? t(by === 'visitor' ? 'funds.top-up.by-payer' : 'funds.top-up.by-system')
	return (
		<Subsection title={t('funds.top-up.log')}>
			<DataTable
				caption={t('funds.top-up.log')}
				captionHidden
				rows={lines}
				rowKey={(line) => String(line.id)}
				columns={[
					{
						key: 'action',
						header: t('funds.col.what'),
						rowHeader: true,
						cell: (line) => t(`audit.action.${line.action}`),
					},
					{ key: 'by', header: t('funds.top-up.by'), cell: who },
					{ key: 'time', header: t('funds.col.time'), cell: (line) => formatDateTime(line.at, locale) },
				]}
			/>
		</Subsection>
	)
}
