import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { TextLink } from '../../text-link.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'

export interface WaitingRefundLine {
	ref: string
	topUpRef: string
	ore: number
	payer: string
	prisoner: string
	reason: string
	proposer: string
	lapsesAt: Date
	/** For another officer than the one who looks. */
	mine: boolean
}

/** Refunds that wait for a second officer, the oldest first. */
export function WaitingRefunds({ lines, mayDecide }: { lines: readonly WaitingRefundLine[]; mayDecide: boolean }) {
	const t = useT()
	const locale = useLocale()
	const { compactTime, payer, prisoner, reason } = useFundsColumns<WaitingRefundLine>()
	return (
		<TableSection
			title={t('funds.waits.refunds')}
			lines={lines}
			lineKey={(line) => line.ref}
			columns={[
				{
					key: 'amount',
					header: t('funds.col.amount'),
					rowHeader: true,
					cell: (line) => (
						<TextLink href={mayDecide ? paths.staff.refund(line.ref) : paths.staff.topUpDetails(line.topUpRef)}>
							{formatMoney(line.ore, locale)}
						</TextLink>
					),
				},
				payer,
				prisoner,
				reason,
				{ key: 'by', header: t('funds.col.proposed-by'), cell: (line) => line.proposer },
				compactTime('until', t('funds.waits.until'), (line) => line.lapsesAt),
				...(mayDecide
					? [
							{
								key: 'next',
								header: t('funds.col.next'),
								cell: (line: WaitingRefundLine) =>
									line.mine ? (
										t('funds.waits.mine')
									) : (
										<TextLink href={paths.staff.refund(line.ref)}>
											{t('funds.next.decide-refund')}
											<span className="ds-sr-only"> {line.topUpRef}</span>
										</TextLink>
									),
							},
						]
					: []),
			]}
		/>
	)
}
