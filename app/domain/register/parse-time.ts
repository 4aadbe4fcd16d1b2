import { instantOf, isLocalDate, type LocalDate } from '../calendar/oslo.ts'

/** A date written `1988-04-02` or `02.04.1988` (also `2.4.1988`); null for anything else and for days that no month has. */
export function parseDate(text: string): LocalDate | null {
	const date = isoDateOf(text)
	return isLocalDate(date) ? date : null
}

const isoDateOf = (text: string) =>
	text.replace(
		/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
		(_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
	)

/**
 * An instant written `2026-11-23T08:30:00+01:00` or with `Z`; without an offset it is Oslo's time, and a date alone is its
 * first minute. Seconds may be left out, and a Norwegian spreadsheet writes `23.11.2026 08:30`. null for anything else.
 */
export function parseInstant(written: string): Date | null {
	const text = written.replace(
		/^(\d{1,2}\.\d{1,2}\.\d{4})( \d{1,2}(?=:))?/,
		(_, day: string, hour?: string) => isoDateOf(day) + (hour?.replace(/ (\d)$/, ' 0$1') ?? ''),
	)
	const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text)
	const [, date = '', time = '00:00', seconds = ':00', offset] = parts ?? []
	if (!parts || !isLocalDate(date)) return null
	const utc = new Date(`${date}T${time}${seconds}${offset ?? 'Z'}`)
	if (Number.isNaN(utc.getTime()) || time >= '24:00') return null
	if (offset !== undefined) return utc
	const past = Number(seconds.slice(1)) * 1000
	return new Date(instantOf(date, time).getTime() + past)
}
