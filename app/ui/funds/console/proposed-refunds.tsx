import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { CompactDateTime } from '../../display/compact-date-time.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { TextLink } from '../../text-link.tsx'

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
	if (lines.length === 0) return null
	return (
		<Subsection title={t('funds.waits.refunds')}>
			<DataTable
				caption={t('funds.waits.refunds')}
				captionHidden
				rows={lines}
				rowKey={(line) => line.ref}
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
					{ key: 'payer', header: t('funds.col.payer'), cell: (line) => line.payer },
					{ key: 'prisoner', header: t('funds.col.prisoner'), cell: (line) => line.prisoner },
					{ key: 'reason', header: t('funds.top-up.reason'), cell: (line) => line.reason },
					{ key: 'by', header: t('funds.col.proposed-by'), cell: (line) => line.proposer },
					{ key: 'until', header: t('funds.waits.until'), cell: (line) => <CompactDateTime at={line.lapsesAt} /> },
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
		</Subsection>
	)
}
