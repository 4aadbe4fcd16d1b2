import { useT } from '#app/i18n/react.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'
import { accountName } from './account-name.ts'

/** Each account of the books, and that they sum to zero. */
export function LedgerTotals({ totals }: { totals: readonly { account: string; ore: number }[] }) {
	const t = useT()
	const { money } = useFundsColumns<{ ore: number }>()
	if (totals.length === 0) return null
	const sum = totals.reduce((all, { ore }) => all + ore, 0)
	return (
		<TableSection
			title={t('funds.totals.title')}
			lead={<p className="small subtle">{t('funds.totals.about')}</p>}
			lines={[
				...totals.map(({ account, ore }) => ({ name: accountName(t, account), ore })),
				{ name: t('funds.totals.sum'), ore: sum },
			]}
			lineKey={({ name }) => name}
			columns={[
				{ key: 'account', header: t('funds.top-up.ledger-account'), rowHeader: true, cell: ({ name }) => name },
				money('ore', t('funds.col.amount'), ({ ore }) => ore),
			]}
		/>
	)
}
