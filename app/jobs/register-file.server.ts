import { createReadStream } from 'node:fs'
import type { Locale } from '#app/i18n/locale.ts'
import { formatImport } from '#app/services/register/format-import.server.ts'
import type { Db } from '#db/client.server.ts'

export interface FileOptions {
	path: string
	locale: Locale
	/** Told after each batch: bytes read, and of the lines left out, in words and as lines of the report. */
	onLines(bytes: number, words: readonly string[], report: string): Promise<void>
}

/** A register file that somebody with access to this machine carries out: it speaks for the whole register. */
export async function registerFile(db: Db, now: Date, { path, locale, onLines }: FileOptions) {
	const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
	const bytesFrom = (byte: number) => createReadStream(path, { start: byte })
	return formatImport(
		ctx,
		{ bytesFrom, senderScope: null },
		{ locale, onLines: ({ byte }, words, report) => onLines(byte, words, report) },
	)
}
