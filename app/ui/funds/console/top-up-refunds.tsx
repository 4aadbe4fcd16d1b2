import type { RefundCause, RefundState } from '#app/domain/funds/refund.ts'
import type { DisputeState } from '#app/domain/funds/states.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { StatusTag } from '../../display/status-tag.tsx'
import type { Shape } from '../../icons.tsx'
import { TextLink } from '../../text-link.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'

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
	state: DisputeState
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
	const { reason, time } = useFundsColumns<RefundLine>()
	return (
		<TableSection
			title={t('funds.top-up.refunds')}
			lines={lines}
			lineKey={(line) => line.ref}
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
				reason,
				{ key: 'decider', header: t('funds.refund.col.decided-by'), cell: (line) => line.decider },
				time((line) => line.at),
			]}
		/>
	)
}

/** What the payer's bank took back, or tried to. */
export function TopUpDisputes({ lines }: { lines: readonly DisputeLine[] }) {
	const t = useT()
	const locale = useLocale()
	const { money, time } = useFundsColumns<DisputeLine>()
	const disputeShapes = { open: 'attention', won: 'done', lost: 'stopped' } as const
	return (
		<TableSection
			title={t('funds.top-up.disputes')}
			lines={lines}
			lineKey={(line) => line.id}
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
				money('debited', t('funds.top-up.call-cost'), (line) => line.debitedOre),
				time((line) => line.openedAt),
			]}
		/>
	)
}
