import { readHead } from '#app/domain/read-head.ts'
import { plain } from '#app/integrations/phone-system/day-file.server.ts'
import { type CallAnswer, takeCalls } from '#app/services/funds/phone-credit/take-calls.server.ts'
import { type BytesFrom, NoTable, openTable, type TableProblem } from '#app/services/read-table.server.ts'
import type { Db } from '#db/client.server.ts'

/** What became of one line of the file, by its number there: the first is 1. */
export type LineAnswer = { line: number } & (CallAnswer | { id: null; state: 'refused'; error: TableProblem })

const columns = ['id', 'prisoner', 'minutes', 'endedAt'] as const

/** The file has no head that names the columns. */
export class UnreadableUsage extends Error {
	override readonly name = 'UnreadableUsage'
}

/**
 * Books the calls of a file: a head with `id`, `prisoner`, `minutes` and `endedAt`, in any order, and a line a call, as
 * `openTable` reads them. Each call is booked once by its id, so that the same file may be read again; a line that cannot be read
 * keeps none of the others out.
 *
 * @throws UnreadableUsage
 */
export async function* takeUsageFile(db: Db, now: Date, bytesFrom: BytesFrom): AsyncGenerator<LineAnswer> {
	const table = await openedTable(bytesFrom)
	const head = readHead(table.names, columns)
	if ('problem' in head) throw new UnreadableUsage(`${head.problem}: ${head.columns.join(', ')}`)
	const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
	for await (const { line, cells } of table.lines()) {
		if (typeof cells === 'string') yield { line, id: null, state: 'refused', error: cells }
		else {
			const cell = (column: (typeof columns)[number]) => plain(cells[head.order[column] ?? -1]?.trim() ?? '')
			const call = Object.fromEntries(columns.map((column) => [column, cell(column)]))
			for (const answer of await takeCalls(ctx, [call])) yield { ...answer, line }
		}
	}
}

async function openedTable(bytesFrom: BytesFrom) {
	try {
		return await openTable(bytesFrom)
	} catch (error) {
		throw error instanceof NoTable ? new UnreadableUsage(error.problem) : error
	}
}
