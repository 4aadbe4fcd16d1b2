import type { DiscrepancyKind } from '#app/domain/funds/discrepancies.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { type Column, DataTable } from '../../display/data-table.tsx'
import { TextLink } from '../../text-link.tsx'
import { useFundsColumns } from '../table-section.tsx'

export interface DiscrepancyLine {
	ref: string
	kind: DiscrepancyKind
	/** The movement, event, call or account that it is about, by its own name. */
	subject: string
	topUpRef: string | null
	prisoner: string | null
	/** Whole øre; null where there is none. */
	stripeOre: number | null
	ledgerOre: number | null
	foundAt: Date
}

type Props<Line extends DiscrepancyLine> = {
	caption: string
	lines: readonly Line[]
	/** The kind leads to where the difference is ended. */
	linked?: boolean
	/** What stands after the rest. */
	also?: readonly Column<Line>[]
}

/** What does not add up, with what each side says. */
export function DiscrepanciesTable<Line extends DiscrepancyLine>({ caption, lines, linked, also = [] }: Props<Line>) {
	const t = useT()
	const { compactTime, money, prisoner } = useFundsColumns<Line>()
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={lines}
			rowKey={(line) => line.ref}
			columns={[
				{
					key: 'kind',
					header: t('funds.col.what'),
					rowHeader: true,
					cell: (line) =>
						linked === true ? (
							<TextLink href={paths.staff.reconciliation(line.ref)}>{t(`funds.discrepancy.${line.kind}`)}</TextLink>
						) : (
							t(`funds.discrepancy.${line.kind}`)
						),
				},
				{
					key: 'about',
					header: t('funds.col.reference'),
					cell: (line) =>
						line.topUpRef === null ? (
							<code>{line.subject}</code>
						) : (
							<TextLink href={paths.staff.topUpDetails(line.topUpRef)}>{line.topUpRef}</TextLink>
						),
				},
				prisoner,
				money('stripe', t('funds.col.stripe'), (line) => line.stripeOre),
				money('ledger', t('funds.col.ledger'), (line) => line.ledgerOre),
				compactTime('found', t('funds.col.found'), (line) => line.foundAt),
				...also,
			]}
		/>
	)
}
