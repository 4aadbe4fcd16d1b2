import { CsvError } from 'csv-parse/sync'
import { z } from 'zod'
import { plain } from './day-file.server.ts'
import { rowsOf } from './read-csv.server.ts'

export interface Acknowledgement {
	sequence: number
	/** SHA-256 of the file that is acknowledged. */
	checksum: string
	answers: { id: string; state: 'accepted' | 'refused' }[]
}

const head = z.tuple([z.literal('H'), z.literal('samvaer-acknowledgement'), z.literal('1'), z.string(), z.string()])
const line = z.tuple([z.literal('A'), z.string(), z.enum(['accepted', 'refused'])])
const tail = z.tuple([z.literal('T'), z.string()])

/** What the phone system says of a file. Null while the file is not whole: its tail is missing, or counts another number. */
export function readAcknowledgement(text: string): Acknowledgement | null {
	const rows = rowsIfAny(text)
	const first = head.safeParse(rows[0])
	const last = tail.safeParse(rows.at(-1))
	if (!first.success || !last.success || rows.length !== Number(last.data[1]) + 2) return null
	const lines = z.array(line).safeParse(rows.slice(1, -1))
	if (!lines.success) return null
	const [, , , sequence, checksum] = first.data
	return {
		sequence: Number(sequence),
		checksum,
		answers: lines.data.map(([, id, state]) => ({ id: plain(id), state })),
	}
}

/** Half a file may end within quotes. */
function rowsIfAny(text: string): string[][] {
	try {
		return rowsOf(text)
	} catch (error) {
		if (error instanceof CsvError) return []
		throw error
	}
}
