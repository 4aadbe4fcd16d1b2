import type { LineProblem } from '#app/domain/register/problems.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type T, translator } from '#app/i18n/translate.ts'
import { csvHead, csvLine } from '../csv.ts'
import type { UnreadableFile } from './read-file.server.ts'

/** The report's first line. */
export function reportHead(locale: Locale): string {
	const t = translator(locale)
	const names = ['line', 'column', 'reason', 'words'] as const
	return csvHead(names.map((name) => t(`register.report.${name}`)))
}

/** One line that was left out, as a line of the report. */
export function reportLine({ line, column, reason }: LineProblem, locale: Locale): string {
	return csvLine([String(line), column, reason, translator(locale)(`register.reason.${reason}`)])
}

/** The same in words, for a terminal. */
export function formatProblem({ line, column, reason }: LineProblem, t: T): string {
	const words = t(`register.reason.${reason}`)
	return column === ''
		? t('register.report-row-whole', { line, words })
		: t('register.report-row', { line, column, words })
}

/** Why nothing of a file could be read, in words. */
export function formatRefusal({ problem, columns }: UnreadableFile, t: T): string {
	return t(`register.file.${problem}`, { columns: columns.join(', ') })
}
