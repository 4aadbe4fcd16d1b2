import { parse } from 'csv-parse/sync'
import { plain } from '#app/integrations/phone-system/day-file.server.ts'
import { type CallAnswer, takeCalls } from '#app/services/funds/phone-credit/take-calls.server.ts'
import type { Db } from '#db/client.server.ts'

/** What became of one line of the file, by its number there: the head is the first. */
export type LineAnswer = CallAnswer & { line: number }

/**
 * Books the calls of a file: a head with `id`, `prisoner`, `minutes` and `endedAt`, in any order, and a line a call, parted by
 * semicolons or commas. Each call is booked once by its id, so that the same file may be read again.
 *
 * @throws CsvError when it is no such file
 */
export async function takeUsageFile(db: Db, now: Date, text: string): Promise<LineAnswer[]> {
	const lines: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
		bom: true,
		cast: plain,
		columns: true,
		delimiter: [';', ','],
		info: true,
		skip_empty_lines: true,
		trim: true,
	})
	const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
	const answers = await takeCalls(
		ctx,
		lines.map(({ record }) => record),
	)
	return answers.map((answer, index) => ({ ...answer, line: lines[index]?.info.lines ?? 0 }))
}
