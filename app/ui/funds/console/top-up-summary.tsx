import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SummaryList } from '../../display/summary-list.tsx'

export interface TopUpFacts {
	ref: string
	/** Whole øre, all of them. */
	ore: number
	refundedOre: number
	disputedOre: number
	leftOre: number
	refundableOre: number
	payer: string
	prisoner: string
	startedAt: Date
	paidAt: Date | null
	creditedAt: Date | null
	abandonedAt: Date | null
	/** Goes back by itself then, unless it is credited. */
	refundBy: Date | null
}

/** What was paid, by whom and for whom, and where the money is. */
export function TopUpSummary({ facts }: { facts: TopUpFacts }) {
	const t = useT()
	const locale = useLocale()
	const money = (ore: number) => formatMoney(ore, locale)
	const time = (at: Date | null) =>
		at === null ? t('funds.top-up.not-yet') : formatDateTime(at, locale, { year: true })
	const { paidAt, creditedAt, abandonedAt, refundBy } = facts
	return (
		<SummaryList
			rows={[
				{ label: t('funds.col.amount'), value: money(facts.ore) },
				{ label: t('funds.col.payer'), value: facts.payer },
				{ label: t('funds.col.prisoner'), value: facts.prisoner },
				{ label: t('funds.col.started'), value: time(facts.startedAt) },
				...(abandonedAt === null || paidAt !== null
					? [{ label: t('funds.top-up.paid'), value: time(paidAt) }]
					: [{ label: t('funds.top-up.abandoned'), value: time(abandonedAt) }]),
				...(paidAt === null ? [] : [{ label: t('funds.top-up.credited'), value: time(creditedAt) }]),
				...(paidAt !== null && creditedAt === null && refundBy !== null && facts.leftOre > 0
					? [{ label: t('funds.top-up.returns-by'), value: time(refundBy) }]
					: []),
				...(facts.refundedOre > 0 ? [{ label: t('funds.col.back'), value: money(facts.refundedOre) }] : []),
				...(facts.disputedOre > 0 ? [{ label: t('funds.top-up.disputed'), value: money(facts.disputedOre) }] : []),
				...(paidAt === null
					? []
					: [
							{ label: t('funds.top-up.left'), value: money(facts.leftOre) },
							{ label: t('funds.top-up.refundable'), value: money(facts.refundableOre) },
						]),
			]}
		/>
	)
}
