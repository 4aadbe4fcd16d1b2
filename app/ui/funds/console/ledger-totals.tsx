import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { accountName } from './account-name.ts'

/** Each account of the books, and that they sum to zero. */
export function LedgerTotals({ totals }: { totals: readonly { account: string; ore: number }[] }) {
	const t = useT()
	const locale = useLocale()
	if (totals.length === 0) return null
	const sum = totals.reduce((all, { ore }) => all + ore, 0)
	return (
		<Subsection title={t('funds.totals.title')}>
			<p className="small subtle">{t('funds.totals.about')}</p>
			<DataTable
				caption={t('funds.totals.title')}
				captionHidden
				rows={[
					...totals.map(({ account, ore }) => ({ name: accountName(t, account), ore })),
					{ name: t('funds.totals.sum'), ore: sum },
				]}
				rowKey={({ name }) => name}
				columns={[
					{ key: 'account', header: t('funds.top-up.ledger-account'), rowHeader: true, cell: ({ name }) => name },
					{ key: 'ore', header: t('funds.col.amount'), align: 'end', cell: ({ ore }) => formatMoney(ore, locale) },
				]}
			/>
		</Subsection>
	)
}
