import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { SummaryList } from '../../display/summary-list.tsx'
import { Section } from '../../layout/section.tsx'
import { useFundsColumns } from '../table-section.tsx'

export interface CallLine {
	id: string
	endedAt: Date
	minutes: number
	/** Whole øre. */
	ore: number
	uncoveredOre: number
}

type Props = { balanceOre: number; unspentOre: number; calls: readonly CallLine[] }

/** The prisoner's account: what is on it, and the calls that used it. Calls belong to the account, not to one payment. */
export function PrisonerAccount({ balanceOre, unspentOre, calls }: Props) {
	const t = useT()
	const locale = useLocale()
	const { money } = useFundsColumns<CallLine>()
	return (
		<Section title={t('funds.top-up.account')}>
			<SummaryList
				rows={[
					{ label: t('funds.top-up.balance'), value: formatMoney(balanceOre, locale) },
					{ label: t('funds.top-up.unspent'), value: formatMoney(unspentOre, locale) },
				]}
			/>
			<DataTable
				caption={t('funds.top-up.calls')}
				rows={calls}
				rowKey={(call) => call.id}
				empty={<p className="subtle">{t('funds.top-up.no-calls')}</p>}
				columns={[
					{
						key: 'time',
						header: t('funds.col.time'),
						rowHeader: true,
						cell: (call) => formatDateTime(call.endedAt, locale),
					},
					{ key: 'minutes', header: t('funds.top-up.minutes'), align: 'end', cell: (call) => call.minutes },
					money('cost', t('funds.top-up.call-cost'), (call) => call.ore),
					money('uncovered', t('funds.top-up.uncovered'), (call) => call.uncoveredOre || null),
				]}
			/>
		</Section>
	)
}
