import { useT } from '#app/i18n/react.tsx'
import { type DifferenceLine, DifferencesTable } from './differences-table.tsx'
import { type HeldLine, HeldTopUps } from './held-top-ups.tsx'
import { Part } from './part.tsx'
import { type UnusualLine, UnusualPayments } from './unusual-payments.tsx'
import { type WaitingRefundLine, WaitingRefunds } from './waiting-refunds.tsx'

type Props = {
	waiting: readonly WaitingRefundLine[]
	held: readonly HeldLine[]
	differences: readonly DifferenceLine[]
	unusual: readonly UnusualLine[]
	mayHandle: boolean
	failed: { key: string; errors: readonly string[]; typed: string } | null
}

/** Everything that waits for those who handle money, the most pressing first. */
export function MoneyWaiting({ waiting, held, differences, unusual, mayHandle, failed }: Props) {
	const t = useT()
	if (waiting.length + held.length + differences.length + unusual.length === 0)
		return <p className="subtle">{t('money.nothing-waits')}</p>
	return (
		<>
			<WaitingRefunds lines={waiting} mayDecide={mayHandle} />
			{differences.length > 0 && (
				<Part title={t('money.waits.differences')}>
					<DifferencesTable caption={t('money.waits.differences')} lines={differences} linked />
				</Part>
			)}
			<HeldTopUps lines={held} />
			<UnusualPayments lines={unusual} mayNote={mayHandle} failed={failed} />
		</>
	)
}
