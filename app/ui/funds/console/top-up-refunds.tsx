import type { RefundCause, RefundState } from '#app/domain/funds/refund.ts'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../../display/data-table.tsx'
import { StatusTag } from '../../display/status-tag.tsx'
import type { Shape } from '../../icons.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { TextLink } from '../../text-link.tsx'

export interface RefundLine {
	ref: string
	ore: number
	state: RefundState
	cause: RefundCause
	reason: string | null
	proposer: string | null
	decider: string | null
	at: Date
}

export interface DisputeLine {
	id: string
	ore: number
	debitedOre: number
	state: 'open' | 'won' | 'lost'
	openedAt: Date
}

const shapes: Readonly<Record<RefundState, Shape>> = {
	proposed: 'waiting',
	declined: 'stopped',
	lapsed: 'ended',
	due: 'waiting',
	sent: 'done',
	failed: 'attention',
}

/** What went back of a payment, or was proposed to. */
export function TopUpRefunds({ lines, mayHandle }: { lines: readonly RefundLine[]; mayHandle: boolean }) {
	const t = useT()
	const locale = useLocale()
	if (lines.length === 0) return null
	return (
		<Subsection title={t('funds.top-up.refunds')}>
			<DataTable
				caption={t('funds.top-up.refunds')}
				captionHidden
				rows={lines}
				rowKey={(line) => line.ref}
				columns={[
					{
						key: 'amount',
						header: t('funds.col.amount'),
						rowHeader: true,
						cell: (line) =>
							mayHandle && line.state === 'proposed' ? (
								<TextLink href={paths.staff.refund(line.ref)}>{formatMoney(line.ore, locale)}</TextLink>
							) : (
								formatMoney(line.ore, locale)
							),
					},
					{
						key: 'state',
						header: t('funds.col.state'),
						cell: (line) => <StatusTag shape={shapes[line.state]}>{t(`funds.refund.state.${line.state}`)}</StatusTag>,
					},
					{
						key: 'cause',
						header: t('funds.refund.col.cause'),
						cell: (line) => line.proposer ?? t(`funds.refund.cause.${line.cause}`),
					},
					{ key: 'reason', header: t('funds.top-up.reason'), cell: (line) => line.reason },
					{ key: 'decider', header: t('funds.refund.col.decided-by'), cell: (line) => line.decider },
					{ key: 'time', header: t('funds.col.time'), cell: (line) => formatDateTime(line.at, locale) },
				]}
			/>
		</Subsection>
	)
}

/** What the payer's bank took back, or tried to. */
export function TopUpDisputes({ lines }: { lines: readonly DisputeLine[] }) {
	const t = useT()
	const locale = useLocale()
	if (lines.length === 0) return null
	const disputeShapes = { open: 'attention', won: 'done', lost: 'stopped' } as const
	return (
		<Subsection title={t('funds.top-up.disputes')}>
			<DataTable
				caption={t('funds.top-up.disputes')}
				captionHidden
				rows={lines}
				rowKey={(line) => line.id}
				columns={[
					{
						key: 'amount',
						header: t('funds.col.amount'),
						rowHeader: true,
						cell: (line) => formatMoney(line.ore, locale),
					},
					{
						key: 'state',
						header: t('funds.col.state'),
						cell: (line) => <StatusTag shape={disputeShapes[line.state]}>{t(`funds.dispute.${line.state}`)}</StatusTag>,
					},
					{
						key: 'debited',
						header: t('funds.top-up.call-cost'),
						align: 'end',
						cell: (line) => formatMoney(line.debitedOre, locale),
					},
					{ key: 'time', header: t('funds.col.time'), cell: (line) => formatDateTime(line.openedAt, locale) },
				]}
			/>
		</Subsection>
	)
}
