import type { TopUpAuditAction } from '#app/domain/funds/audited-actions.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'

export interface LogEntry {
	id: number
	at: Date
	/** null for what has no words of its own. */
	action: TopUpAuditAction | null
	by: 'visitor' | 'officer' | 'system'
	officer: string | null
}

/** What was done with a payment and by whom, the latest first. */
export function TopUpLog({ lines }: { lines: readonly LogEntry[] }) {
	const t = useT()
	const locale = useLocale()
	const who = ({ by, officer }: LogEntry) =>
		officer ?? t(by === 'visitor' ? 'money.story.by-payer' : 'money.story.by-system')
	return (
		<Subsection title={t('money.story.log')}>
			<DataTable
				caption={t('money.story.log')}
				captionHidden
				rows={lines}
				rowKey={(line) => String(line.id)}
				columns={[
					{
						key: 'action',
						header: t('money.col.what'),
						rowHeader: true,
						cell: (line) => t(line.action === null ? 'money.log.other' : `money.log.${line.action}`),
					},
					{ key: 'by', header: t('money.story.by'), cell: who },
					{ key: 'time', header: t('money.col.time'), cell: (line) => formatDateTime(line.at, locale) },
				]}
			/>
		</Subsection>
	)
}
