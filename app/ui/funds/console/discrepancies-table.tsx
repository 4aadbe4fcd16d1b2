import type { DiscrepancyKind } from '#app/domain/funds/discrepancies.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { CompactDateTime } from '../../display/compact-date-time.tsx'
import { type Column, DataTable } from '../../display/data-table.tsx'
import { TextLink } from '../../text-link.tsx'

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
	const locale = useLocale()
	const amount = (ore: number | null) => (ore === null ? null : formatMoney(ore, locale))
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
				{ key: 'prisoner', header: t('funds.col.prisoner'), cell: (line) => line.prisoner },
				{ key: 'stripe', header: t('funds.col.stripe'), align: 'end', cell: (line) => amount(line.stripeOre) },
				{ key: 'ledger', header: t('funds.col.ledger'), align: 'end', cell: (line) => amount(line.ledgerOre) },
				{ key: 'found', header: t('funds.col.found'), cell: (line) => <CompactDateTime at={line.foundAt} /> },
				...also,
			]}
		/>
	)
}
