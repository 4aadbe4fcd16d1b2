import type { AuditAction } from '#app/domain/audit/actions.ts'
import { useT } from '#app/i18n/react.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'

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
	const { time } = useFundsColumns<LogEntry>()
	const who = ({ by, officer }: LogEntry) =>
		officer ?? t(by === 'visitor' ? 'funds.top-up.by-payer' : 'funds.top-up.by-system')
	return (
		<TableSection
			title={t('funds.top-up.log')}
			lines={lines}
			lineKey={(line) => String(line.id)}
			columns={[
				{
					key: 'action',
					header: t('funds.col.what'),
					rowHeader: true,
					cell: (line) => t(`audit.action.${line.action}`),
				},
				{ key: 'by', header: t('funds.top-up.by'), cell: who },
				time((line) => line.at),
			]}
		/>
	)
}
