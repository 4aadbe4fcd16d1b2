import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { TextLink } from '../../text-link.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'

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
	const { compactTime, payer, prisoner, reason } = useFundsColumns<HeldLine>()
	return (
		<TableSection
			title={t('funds.waits.held')}
			lines={lines}
			lineKey={(line) => line.ref}
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
				payer,
				prisoner,
				reason,
				compactTime('since', t('funds.col.held-since'), (line) => line.heldAt),
				compactTime('returns', t('funds.top-up.returns-by'), (line) => line.returnsAt),
			]}
		/>
	)
}
