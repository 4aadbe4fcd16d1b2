import { type ReactNode, useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { SortIcon } from '../icons.tsx'

export type Column<Row> = {
	key: string
	header: string
	cell: (row: Row) => ReactNode
	/** The column that names the row. */
	rowHeader?: boolean
	/** Numbers and amounts stand to the right. */
	align?: 'end'
	/** Where a click on the head leads, and how the rows lie now. */
	sort?: { href: string; direction?: 'ascending' | 'descending' | undefined }
}

type Props<Row> = {
	caption: string
	captionHidden?: boolean
	columns: readonly Column<Row>[]
	rows: readonly Row[]
	rowKey: (row: Row) => string
	/** Long tables scroll inside their frame, under a head that stays. */
	tall?: boolean
	/** A row that must not be overlooked; a word in one of its cells says why. */
	rowMark?: (row: Row) => 'stopped' | undefined
	empty?: ReactNode
}

function Head<Row>({ column }: { column: Column<Row> }) {
	const t = useT()
	const { sort } = column
	return (
		<th scope="col" data-align={column.align} aria-sort={sort === undefined ? undefined : (sort.direction ?? 'none')}>
			{sort === undefined ? (
				column.header
			) : (
				<a href={sort.href}>
					<span aria-hidden="true">{column.header}</span>
					<span className="ds-sr-only">{t('common.sort-by', { column: column.header })}</span>
					<SortIcon direction={sort.direction ?? 'none'} />
				</a>
			)}
		</th>
	)
}

/** Rows to work through. With the enhancement the arrow keys move between them and Enter opens a row's first link. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, tall, rowMark, empty }: Props<Row>) {
	const id = useId()
	if (rows.length === 0 && empty !== undefined) return empty
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard must be able to scroll it
		<section className="table-frame" aria-labelledby={id} tabIndex={0} data-tall={tall === true ? '' : undefined}>
			<table className="ds-table" data-rows="">
				<caption id={id} className={captionHidden === true ? 'ds-sr-only' : undefined}>
					{caption}
				</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<Head key={column.key} column={column} />
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)} data-mark={rowMark?.(row)}>
							{columns.map((column) =>
								column.rowHeader === true ? (
									<th key={column.key} scope="row">
										{column.cell(row)}
									</th>
								) : (
									<td key={column.key} data-align={column.align} data-label={column.header}>
										{column.cell(row)}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	)
}
