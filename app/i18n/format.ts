import { calendarNames } from './calendar-names.ts'
import { htmlLang, type Locale } from './locale.ts'
import { translator } from './translate.ts'

/** An instant is a Date; a local date is 'YYYY-MM-DD' and belongs to no time zone. */
export type Day = Date | string

type Parts = { year: number; month: number; day: number; hour: string; minute: string; weekday: number }

const oslo = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Oslo',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
})

function weekdayOf(year: number, month: number, day: number): number {
	return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

const known = new Map<string | number, Parts>()

/** Remembered, a date by its text and an instant by its minute: a calendar says the same ones again and again. */
function partsOf(value: Day): Parts {
	const key = typeof value === 'string' ? value : Math.floor(value.getTime() / 60_000)
	const before = known.get(key)
	if (before !== undefined) return before
	const parts = typeof value === 'string' ? partsOfDate(value) : partsOfInstant(value)
	if (known.size > 10_000) known.clear()
	known.set(key, parts)
	return parts
}

function partsOfDate(value: string): Parts {
	const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
	if (y === '') throw new RangeError('not a local date')
	const [year, month, day] = [Number(y), Number(m), Number(d)]
	return { year, month, day, hour: '', minute: '', weekday: weekdayOf(year, month, day) }
}

function partsOfInstant(value: Date): Parts {
	const found = new Map(oslo.formatToParts(value).map((part) => [part.type, part.value]))
	const [year, month, day] = [Number(found.get('year')), Number(found.get('month')), Number(found.get('day'))]
	const [hour, minute] = [found.get('hour') ?? '', found.get('minute') ?? '']
	return { year, month, day, hour, minute, weekday: weekdayOf(year, month, day) }
}

export type DateOptions = { year?: boolean; weekday?: boolean }

/** 'torsdag 26. november', with the year when asked, without the weekday when asked. */
export function formatDate(value: Day, locale: Locale, { year = false, weekday = true }: DateOptions = {}): string {
	const parts = partsOf(value)
	const names = calendarNames[locale]
	const day = locale === 'en' ? String(parts.day) : `${parts.day}.`
	const words = [
		weekday ? names.weekdays[parts.weekday] : undefined,
		day,
		names.months[parts.month - 1],
		year ? String(parts.year) : undefined,
	]
	return words.filter((word) => word !== undefined).join(' ')
}

/** For tables: '26.11.2026', in English '26 Nov 2026'. */
export function formatShortDate(value: Day, locale: Locale): string {
	const { year, month, day } = partsOf(value)
	if (locale === 'en') return `${day} ${(calendarNames.en.months[month - 1] ?? '').slice(0, 3)} ${year}`
	return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

/** 'november 2026' for a local date or a month 'YYYY-MM'. */
export function formatMonth(value: string, locale: Locale): string {
	const { year, month } = partsOf(`${value.slice(0, 7)}-01`)
	return `${calendarNames[locale].months[month - 1] ?? ''} ${year}`
}

function clock(value: Date, locale: Locale): string {
	const { hour, minute } = partsOf(value)
	return `${hour}${locale === 'en' ? ':' : '.'}${minute}`
}

/** 'kl. 12.00', in English '12:00'. */
export function formatTime(value: Date, locale: Locale): string {
	return locale === 'en' ? clock(value, locale) : `kl. ${clock(value, locale)}`
}

/** 'kl. 12.00–13.00', in English '12:00 to 13:00'. */
export function formatTimeRange(from: Date, to: Date, locale: Locale): string {
	return translator(locale)('timetable.from-to', { from: clock(from, locale), to: clock(to, locale) })
}

/** 'torsdag 26. november kl. 12.00', in English 'Thursday 26 November at 12:00'. */
export function formatDateTime(value: Date, locale: Locale, options: DateOptions = {}): string {
	return `${formatDate(value, locale, options)}${locale === 'en' ? ' at' : ''} ${formatTime(value, locale)}`
}

const nbsp = '\u00a0'

/** '200 kr' with a space that does not break; øre only when there are any. */
export function formatMoney(ore: number, locale: Locale): string {
	const whole = Math.floor(Math.abs(ore) / 100)
	const rest = Math.abs(ore) % 100
	const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : nbsp)
	const decimals = rest === 0 ? '' : `${locale === 'en' ? '.' : ','}${String(rest).padStart(2, '0')}`
	return `${ore < 0 ? '\u2212' : ''}${grouped}${decimals}${nbsp}kr`
}

const lists = new Map<string, Intl.ListFormat>()

/** 'Kari, Ola og Nils', or 'eller' for a choice. */
export function formatList(items: readonly string[], locale: Locale, kind: 'and' | 'or' = 'and'): string {
	const key = `${locale} ${kind}`
	let list = lists.get(key)
	if (list === undefined) {
		list = new Intl.ListFormat(htmlLang[locale], { type: kind === 'and' ? 'conjunction' : 'disjunction' })
		lists.set(key, list)
	}
	return list.format(items)
}

/** Monday first. */
export function weekdayNames(locale: Locale, width: 'long' | 'short' = 'long'): readonly string[] {
	return width === 'long' ? calendarNames[locale].weekdays : calendarNames[locale].weekdaysShort
}
