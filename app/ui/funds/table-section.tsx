import type { ReactNode } from 'react'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { CompactDateTime } from '../display/compact-date-time.tsx'
import { type Column, DataTable } from '../display/data-table.tsx'
import { Subsection } from '../layout/subsection.tsx'

type Props<Line> = {
	title: string
	/** What stands between the heading and the table. */
	lead?: ReactNode
	lines: readonly Line[]
	lineKey: (line: Line) => string
	columns: readonly Column<Line>[]
	/** What stands where there is no line; left out, nothing does, not the heading either. */
	empty?: ReactNode
}

/** A part of a page that is one table, under its heading. */
export function TableSection<Line>({ title, lead, lines, lineKey, columns, empty }: Props<Line>) {
	if (lines.length === 0 && empty === undefined) return null
	return (
		<Subsection title={title}>
			{lead}
			<DataTable caption={title} captionHidden rows={lines} rowKey={lineKey} columns={columns} empty={empty} />
		</Subsection>
	)
}

/** The columns that the tables of funds share. */
export function useFundsColumns<Line>() {
	const t = useT()
	const locale = useLocale()
	return {
		/** An amount in whole øre; empty where there is none. */
		money: (key: string, header: string, oreOf: (line: Line) => number | null): Column<Line> => ({
			...{ key, header, align: 'end' },
			cell: (line) => {
				const ore = oreOf(line)
				return ore === null ? null : formatMoney(ore, locale)
			},
		}),
		/** When it was. */
		time: (timeOf: (line: Line) => Date): Column<Line> => ({
			...{ key: 'time', header: t('funds.col.time') },
			cell: (line) => formatDateTime(timeOf(line), locale),
		}),
		/** An instant among other columns, in as little room as it needs. */
		compactTime: (key: string, header: string, timeOf: (line: Line) => Date | null): Column<Line> => ({
			...{ key, header },
			cell: (line) => {
				const at = timeOf(line)
				return at === null ? null : <CompactDateTime at={at} />
			},
		}),
		payer: { key: 'payer', header: t('funds.col.payer'), cell: (line: { payer: string }) => line.payer },
		prisoner: {
			...{ key: 'prisoner', header: t('funds.col.prisoner') },
			cell: (line: { prisoner: string | null }) => line.prisoner,
		},
		reason: {
			...{ key: 'reason', header: t('funds.top-up.reason') },
			cell: (line: { reason: string | null }) => line.reason,
		},
	}
}
