import type { LedgerKind } from '#app/domain/funds/ledger.ts'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { accountName } from './account-name.ts'

export interface LedgerLine {
	id: string
	kind: LedgerKind
	account: string
	/** Whole øre. */
	ore: number
	at: Date
	/** The refund that it was booked for. */
	refundRef: string | null
}

/** Both sides of everything that is booked for a payment. */
export function TopUpLedger({ lines }: { lines: readonly LedgerLine[] }) {
	const t = useT()
	const locale = useLocale()
	return (
		<Subsection title={t('funds.top-up.ledger')}>
			<DataTable
				caption={t('funds.top-up.ledger')}
				captionHidden
				rows={lines}
				rowKey={(line) => `${line.id} ${line.account}`}
				empty={<p>{t('funds.top-up.no-ledger')}</p>}
				columns={[
					{
						key: 'account',
						header: t('funds.top-up.ledger-account'),
						rowHeader: true,
						cell: (line) => accountName(t, line.account),
					},
					{
						key: 'amount',
						header: t('funds.col.amount'),
						align: 'end',
						cell: (line) => formatMoney(line.ore, locale),
					},
					{
						key: 'kind',
						header: t('funds.refund.col.cause'),
						cell: (line) => [t(`funds.ledger.${line.kind}`), line.refundRef].filter(Boolean).join(' '),
					},
					{ key: 'time', header: t('funds.col.time'), cell: (line) => formatDateTime(line.at, locale) },
				]}
			/>
		</Subsection>
	)
}
