import { describe, expect, it } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { monthsOf } from '#app/ui/calendar/calendar-day.ts'
import { DayList } from '#app/ui/calendar/day-list.tsx'
import { formatControls } from '#app/ui/calendar/format-controls.ts'
import { MonthCalendar } from '#app/ui/calendar/month-calendar.tsx'
import { render, words } from './render.tsx'

const days = [
	{ date: '2026-11-26', count: 3 },
	{ date: '2026-11-27', count: 0 },
	{ date: '2026-11-28', count: null },
	{ date: '2026-12-01', count: 1 },
]

describe('the month calendar', () => {
	const html = render(<MonthCalendar days={days} here="/times" chosen="2026-11-26" today="2026-11-28" />)

	it('says each day in words, with how many times it has', () => {
		expect(words(html)).toContain('torsdag 26. november, 3 ledige tider')
		expect(words(html)).toContain('tirsdag 1. desember, 1 ledig tid')
	})

	it('marks the chosen day', () => {
		expect(html).toMatch(/<a[^>]*href="\/times\?day=2026-11-26#times"[^>]*aria-current="date"/)
		expect(html.match(/aria-current/g)).toHaveLength(1)
	})

	it('answers why on a day without times, and links no other empty day', () => {
		expect(words(html)).toContain('fredag 27. november, ingen ledige tider. Hvorfor?')
		expect(html.match(/<a /g)).toHaveLength(3)
	})

	it('is a table for each month with its weekdays named', () => {
		expect(html.match(/<caption>/g)).toHaveLength(2)
		expect(html).toContain('abbr="torsdag"')
	})

	it('speaks the reader’s language', () => {
		expect(words(render(<MonthCalendar days={days} here="/times" />, 'nn'))).toContain(
			'tysdag 1. desember, 1 ledig tid',
		)
		expect(words(render(<MonthCalendar days={days} here="/times" />, 'en'))).toContain(
			'Thursday 26 November, 3 free times',
		)
	})
})

describe('monthsOf', () => {
	it('lays days under their weekday, Monday first', () => {
		const [november, december] = monthsOf(days)
		expect(november?.weeks).toHaveLength(1)
		expect(november?.weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '26', '27', '28', ''])
		expect(december?.weeks[0]?.findIndex((day) => day !== null)).toBe(1)
	})

	it('keeps every day of eight weeks, over the change to winter time and the new year', () => {
		const many = Array.from({ length: 56 }, (_, index) => ({
			date: new Date(Date.UTC(2026, 9, 20 + index)).toISOString().slice(0, 10),
			count: 0,
		}))
		const back = monthsOf(many).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null))
		expect(back).toEqual(many)
	})
})

describe('the day list', () => {
	it('has the same days as the calendar', () => {
		const text = words(render(<DayList days={days} here="/times" />))
		expect(text).toContain('torsdag 26. november 3 ledige tider')
		expect(text).toContain('Hvorfor er det ingen ledige tider fredag 27. november?')
	})
})

describe('formatControls', () => {
	const t = translator('nb')

	it('says a sentence for each control, and does not say no touch twice over', () => {
		expect(formatControls(['overheard', 'glass'], t)).toBe(
			'En ansatt kan høre det dere sier. Det er en glassvegg mellom dere.',
		)
		expect(formatControls(['no-touch'], t)).toBe('Dere kan ikke ta på hverandre.')
	})

	it('says it when there are none', () => {
		expect(formatControls([], t)).toBe('Ingen ansatte ser på eller hører på.')
	})
})
