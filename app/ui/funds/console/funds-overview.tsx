import { useT } from '#app/i18n/react.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { DiscrepanciesTable, type DiscrepancyLine } from './discrepancies-table.tsx'
import { type HeldLine, HeldTopUps } from './held-top-ups.tsx'
import { type AlertLine, PaymentAlerts } from './payment-alerts.tsx'
import { type WaitingRefundLine, WaitingRefunds } from './proposed-refunds.tsx'

type Props = {
	waiting: readonly WaitingRefundLine[]
	held: readonly HeldLine[]
	discrepancies: readonly DiscrepancyLine[]
	unusual: readonly AlertLine[]
	mayHandle: boolean
	failed: { key: string; errors: readonly string[]; typed: string } | null
}

/** Everything that waits for those who handle money, the most pressing first. */
export function FundsWaiting({ waiting, held, discrepancies, unusual, mayHandle, failed }: Props) {
	const t = useT()
	if (waiting.length + held.length + discrepancies.length + unusual.length === 0)
		return <p className="subtle">{t('funds.nothing-waits')}</p>
	return (
		<>
			<WaitingRefunds lines={waiting} mayDecide={mayHandle} />
			{discrepancies.length > 0 && (
				<Subsection title={t('funds.waits.discrepancies')}>
					<DiscrepanciesTable caption={t('funds.waits.discrepancies')} lines={discrepancies} linked />
				</Subsection>
			)}
			<HeldTopUps lines={held} />
			<PaymentAlerts lines={unusual} mayNote={mayHandle} failed={failed} />
		</>
	)
}
