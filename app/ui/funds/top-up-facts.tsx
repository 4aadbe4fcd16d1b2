import { formatDate, formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SummaryList, type SummaryRow } from '../display/summary-list.tsx'

/** A payment as its payer reads it. Amounts are whole øre. */
export interface ShownTopUp {
	person: string
	ore: number
	startedAt: Date
	paidAt: Date | null
	creditedAt: Date | null
	minutes: number | null
	/** What went back or is on its way. */
	refunds: readonly { ore: number; at: Date }[]
}

/** For whom, how much, when, and what went back. `before` and `after` stand around what every page of a payment says. */
export function TopUpFacts({
	topUp,
	before = [],
	after = [],
}: {
	topUp: ShownTopUp
	before?: readonly SummaryRow[]
	after?: readonly SummaryRow[]
}) {
	const t = useT()
	const locale = useLocale()
	const { person, ore, startedAt, paidAt, creditedAt, minutes, refunds } = topUp
	const at = (time: Date) => formatDateTime(time, locale, { year: true })
	const when: SummaryRow[] = [
		...(paidAt === null ? [{ label: t('phone.fact.started'), value: at(startedAt) }] : []),
		...(paidAt === null ? [] : [{ label: t('phone.fact.paid'), value: at(paidAt) }]),
		...(creditedAt === null ? [] : [{ label: t('phone.fact.credited'), value: at(creditedAt) }]),
	]
	return (
		<SummaryList
			rows={[
				...before,
				{ label: t('phone.fact.person'), value: person },
				{ label: t('phone.fact.amount'), value: formatMoney(ore, locale) },
				{ label: t('phone.fact.fee'), value: t('phone.fact.no-fee') },
				...(minutes === null || minutes === 0
					? []
					: [{ label: t('phone.fact.minutes'), value: t('phone.new.amount.minutes', { minutes }) }]),
				...when,
				...(refunds.length === 0 ? [] : [{ label: t('phone.fact.returned'), value: <Returned refunds={refunds} /> }]),
				...after,
			]}
		/>
	)
}

function Returned({ refunds }: Pick<ShownTopUp, 'refunds'>) {
	const t = useT()
	const locale = useLocale()
	return (
		<>
			{refunds.map(({ ore, at }) => {
				const values = { amount: formatMoney(ore, locale), day: formatDate(at, locale, { year: true }) }
				return <div key={`${ore} ${at.toISOString()}`}>{t('phone.returned', values)}</div>
			})}
		</>
	)
}
