export interface Row {
	/** The route's address, and the step of its form. */
	of: string
	/** Who the route itself says may call it. */
	who: string
	/** As what it was asked for. */
	as: string
	/** In the order of the columns. */
	cells: readonly string[]
}

/** As a table of Markdown. Rows of one route that are answered alike are one. */
export function renderTable(columns: readonly string[], rows: readonly Row[]): string {
	const merged: Row[] = []
	for (const row of rows) {
		const last = merged.at(-1)
		if (last && last.of === row.of && last.who === row.who && same(last.cells, row.cells))
			merged[merged.length - 1] = { ...last, as: `${last.as}, ${row.as}` }
		else merged.push(row)
	}
	const lines = merged.map(({ of, who, as, cells }) => [of, who, as, ...cells])
	return `${[['route', 'for', 'as', ...columns], ['-', '-', '-', ...columns.map(() => '-')], ...lines]
		.map((line) => `| ${line.join(' | ')} |`)
		.join('\n')}\n`
}

/** Each cell in which two tables differ, in words. */
export function differences(before: string, after: string): string[] {
	const [old, now] = [cellsOf(before), cellsOf(after)]
	return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
		const [was, is] = [old.get(key) ?? 'not there', now.get(key) ?? 'not there']
		return was === is ? [] : [`${key}: ${is}, was ${was}`]
	})
}

function cellsOf(table: string): Map<string, string> {
	const [head = [], , ...lines] = table
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.slice(2, -2).split(' | '))
	return new Map(
		lines.flatMap(([of, , as = '', ...cells]) =>
			as
				.split(', ')
				.flatMap((one) => cells.map((cell, n): [string, string] => [`${of}, ${one}, ${head[n + 3]}`, cell])),
		),
	)
}

const same = (one: readonly string[], other: readonly string[]) => one.join('|') === other.join('|')
