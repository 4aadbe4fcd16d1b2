import { createHash } from 'node:crypto'

/** One credit as it stands in a file. */
export interface FileCredit {
	id: string
	prisoner: string
	/** Whole øre; below zero takes back. */
	ore: number
}

export interface DayFile {
	/** Files are numbered from 1 without gaps: who misses one knows it. */
	sequence: number
	/** The local day, like 2026-11-25. */
	day: string
	credits: readonly FileCredit[]
}

const format = 'samvaer-credits'
const version = '1'

export const fileName = (sequence: number) => `${format}-${String(sequence).padStart(6, '0')}.csv`
export const ackName = (sequence: number) => `${format}-${String(sequence).padStart(6, '0')}.ack.csv`

/** The number in a file's name; null for any other file. */
export function sequenceOf(name: string): number | null {
	const match = /^samvaer-credits-(\d{6,})\.csv$/.exec(name)
	return match ? Number(match[1]) : null
}

/**
 * A head (`H`), one line a credit (`C`) and a tail (`T`) with how many they are and what they come to. Semicolons and CRLF, as
 * Norwegian spreadsheets read it.
 */
export function writeDayFile({ credits, day, sequence }: DayFile): string {
	const total = credits.reduce((sum, one) => sum + one.ore, 0)
	const rows = [
		['H', format, version, String(sequence), day],
		...credits.map((one) => ['C', one.id, one.prisoner, String(one.ore)]),
		['T', String(credits.length), String(total)],
	]
	return rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')
}

/**
 * One cell. A spreadsheet takes text that begins like a formula for one: such text gets an apostrophe in front, which the
 * reader takes away. A whole number is a number, whatever its sign.
 */
export function cell(text: string): string {
	const safe = /^-?\d+$/.test(text) || !/^[=+\-@\t\r\n']/.test(text) ? text : `'${text}`
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What a cell said before it was made safe. */
export const plain = (text: string) => (/^'[=+\-@\t\r\n']/.test(text) ? text.slice(1) : text)

export const checksumOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
