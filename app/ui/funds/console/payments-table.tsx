import type { TopUpNextStep } from '#app/domain/funds/next-step.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../../display/data-table.tsx'
import { EmptyState } from '../../display/empty-state.tsx'
import { TextLink } from '../../text-link.tsx'
import { useFundsColumns } from '../table-section.tsx'
import { type StatusOfTopUp, TopUpStatusTag } from './top-up-status-tag.tsx'

export interface PaymentLine extends StatusOfTopUp {
	ref: string
	payer: string
	prisoner: string
	prisonerNumber: string
	startedAt: Date
	/** Gone back to the payer or taken back by the payer's bank, in whole øre. */
	backOre: number
	next: TopUpNextStep
	/** The refund that waits for a second officer. */
	proposal: string | null
}

/** Payments to work through, each with the one thing to do next. */
export function PaymentsTable({ lines }: { lines: readonly PaymentLine[] }) {
	const t = useT()
	const { compactTime, money, payer } = useFundsColumns<PaymentLine>()
	return (
		<DataTable
			caption={t('funds.search.caption')}
			rows={lines}
			rowKey={(line) => line.ref}
			tall
			empty={<EmptyState title={t('funds.search.none')}>{t('funds.search.none-about')}</EmptyState>}
			columns={[
				{
					key: 'ref',
					header: t('funds.col.reference'),
					rowHeader: true,
					cell: (line) => (
						<TextLink href={paths.staff.topUpDetails(line.ref)}>
							<span className="number">{line.ref}</span>
						</TextLink>
					),
				},
				compactTime('started', t('funds.col.started'), (line) => line.startedAt),
				payer,
				{
					key: 'prisoner',
					header: t('funds.col.prisoner'),
					cell: (line) => `${line.prisonerNumber} ${line.prisoner}`,
				},
				money('amount', t('funds.col.amount'), (line) => line.ore),
				money('back', t('funds.col.back'), (line) => line.backOre || null),
				{ key: 'state', header: t('funds.col.state'), cell: (line) => <TopUpStatusTag {...line} /> },
				{
					key: 'next',
					header: t('funds.col.next'),
					cell: (line) => (
						<TextLink href={nextHref(line)}>
							{t(`funds.next.${line.next}`)}
							<span className="ds-sr-only"> {line.ref}</span>
						</TextLink>
					),
				},
			]}
		/>
	)
}

function nextHref({ ref, next, proposal }: PaymentLine): string {
	if (next === 'decide-refund' && proposal !== null) return paths.staff.refund(proposal)
	return next === 'resolve-discrepancy' ? paths.staff.reconciliation() : paths.staff.topUpDetails(ref)
}
