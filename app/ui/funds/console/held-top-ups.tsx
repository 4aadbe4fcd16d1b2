import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { CompactDateTime } from '../../display/compact-date-time.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { TextLink } from '../../text-link.tsx'

export interface HeldLine {
	ref: string
	ore: number
	payer: string
	prisoner: string
	heldAt: Date
	reason: string
	/** When it goes back by itself; null while it is not paid. */
	returnsAt: Date | null
}

/** What an officer keeps back from being credited. */
export function HeldTopUps({ lines }: { lines: readonly HeldLine[] }) {
	const t = useT()
	const locale = useLocale()
	if (lines.length === 0) return null
	return (
		<Subsection title={t('funds.waits.held')}>
			<DataTable
				caption={t('funds.waits.held')}
				captionHidden
				rows={lines}
				rowKey={(line) => line.ref}
				columns={[
					{
						key: 'amount',
						header: t('funds.col.amount'),
						rowHeader: true,
						cell: (line) => (
							<TextLink href={paths.staff.topUpDetails(line.ref)}>
								{formatMoney(line.ore, locale)}
								<span className="ds-sr-only"> {line.ref}</span>
							</TextLink>
						),
					},
					{ key: 'payer', header: t('funds.col.payer'), cell: (line) => line.payer },
					{ key: 'prisoner', header: t('funds.col.prisoner'), cell: (line) => line.prisoner },
					{ key: 'reason', header: t('funds.top-up.reason'), cell: (line) => line.reason },
					{ key: 'since', header: t('funds.col.held-since'), cell: (line) => <CompactDateTime at={line.heldAt} /> },
					{
						key: 'returns',
						header: t('funds.top-up.returns-by'),
						cell: (line) => (line.returnsAt === null ? null : <CompactDateTime at={line.returnsAt} />),
					},
				]}
			/>
		</Subsection>
	)
}
