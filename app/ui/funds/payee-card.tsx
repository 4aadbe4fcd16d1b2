import { minutesFor } from '#app/domain/funds/phone-minutes.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../button.tsx'
import { Card } from '../display/card.tsx'
import { Notice } from '../display/notice.tsx'
import { SummaryList, type SummaryRow } from '../display/summary-list.tsx'

type Props = {
	/** Amounts are whole øre. */
	payee: {
		permitRef: string
		person: string
		facility: string
		permitHolds: boolean
		takesMoney: boolean
		minOre: number
		maxOre: number
		maxOrePerWeek: number
		orePerMinute: number
		minutesPerWeek: number
	}
	/** Whether payments are taken at all. */
	open: boolean
}

/** What an amount is shown by; it makes minutes easy to compare. */
const exampleOre = 10_000

/** Somebody to pay in for: what a call costs, how long the calls may be, how much may be paid; or why it cannot be. */
export function PayeeCard({ payee, open }: Props) {
	const t = useT()
	const locale = useLocale()
	const { permitRef, person, facility, permitHolds, takesMoney, orePerMinute } = payee
	const money = (ore: number) => formatMoney(ore, locale)
	const minutes = minutesFor(exampleOre, orePerMinute)
	const gives: SummaryRow[] =
		minutes === null
			? []
			: [{ label: t('phone.fact.gives'), value: t('phone.gives', { amount: money(exampleOre), minutes }) }]
	const amounts = { min: money(payee.minOre), max: money(payee.maxOre), week: money(payee.maxOrePerWeek) }
	return (
		<Card title={person}>
			<p>{facility}</p>
			<SummaryList
				rows={[
					{
						label: t('phone.fact.price'),
						value: minutes === null ? t('phone.price.free') : t('phone.price', { price: money(orePerMinute) }),
					},
					...gives,
					{ label: t('phone.fact.time'), value: t('phone.time', { minutes: payee.minutesPerWeek }) },
					...(takesMoney ? [{ label: t('phone.fact.amounts'), value: t('phone.amounts', amounts) }] : []),
				]}
			/>
			{!takesMoney && (
				<Notice kind="neutral">
					<p>{t('funds.refusal.topup-not-allowed.family')}</p>
					<p>{t('funds.refusal.topup-not-allowed.next')}</p>
				</Notice>
			)}
			{takesMoney && !permitHolds && <Notice kind="neutral">{t('phone.permit-not-now')}</Notice>}
			{takesMoney && permitHolds && open && (
				<p>
					<ButtonLink href={paths.newTopUp({ for: permitRef })} about={person}>
						{t('phone.pay')}
					</ButtonLink>
				</p>
			)}
		</Card>
	)
}
