import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import type { Ctx } from '../context.ts'
import type { FilePosition } from '../table-lines.ts'
import { importRegister, type RegisterFile } from './import.server.ts'
import { UnreadableFile } from './read-file.server.ts'
import { formatProblem, formatRefusal, reportHead, reportLine } from './report-file.ts'

export interface Telling {
	locale: Locale
	/** Told after each batch: where the next line begins, and of the lines left out, in words and as lines of the report. */
	onLines(next: FilePosition, words: readonly string[], report: string): Promise<void>
}

/** Carries a register file out and tells of it in words. Returns the last word; `outcome` says how it went. */
export async function formatImport(
	ctx: Ctx,
	file: RegisterFile,
	{ locale, onLines }: Telling,
): Promise<{ outcome: 'whole' | 'some-left-out' | 'unreadable'; words: string }> {
	const t = translator(locale)
	const sum = { lines: 0, added: 0, changed: 0, unchanged: 0, bad: 0 }
	let report = reportHead(locale)
	try {
		for await (const { next, problems, lines, added, changed, unchanged } of importRegister(ctx, file)) {
			sum.lines += lines
			sum.added += added
			sum.changed += changed
			sum.unchanged += unchanged
			sum.bad += new Set(problems.map(({ line }) => line)).size
			report += problems.map((problem) => reportLine(problem, locale)).join('')
			await onLines(
				next,
				problems.map((problem) => formatProblem(problem, t)),
				report,
			)
			report = ''
		}
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error
		return { outcome: 'unreadable', words: formatRefusal(error, t) }
	}
	return { outcome: sum.bad === 0 ? 'whole' : 'some-left-out', words: t('register.totals', sum) }
}
