import type { LedgerKind } from '#app/domain/funds/ledger.ts'
import { useT } from '#app/i18n/react.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'
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
	const { money, time } = useFundsColumns<LedgerLine>()
	return (
		<TableSection
			title={t('funds.top-up.ledger')}
			lines={lines}
			lineKey={(line) => `${line.id} ${line.account}`}
			empty={<p>{t('funds.top-up.no-ledger')}</p>}
			columns={[
				{
					key: 'account',
					header: t('funds.top-up.ledger-account'),
					rowHeader: true,
					cell: (line) => accountName(t, line.account),
				},
				money('amount', t('funds.col.amount'), (line) => line.ore),
				{
					key: 'kind',
					header: t('funds.refund.col.cause'),
					cell: (line) => [t(`funds.ledger.${line.kind}`), line.refundRef].filter(Boolean).join(' '),
				},
				time((line) => line.at),
			]}
		/>
	)
}
