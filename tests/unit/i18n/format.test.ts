import { describe, expect, it } from 'vitest'
import * as format from '#app/i18n/format.ts'

const noon = new Date('2026-11-26T11:00:00Z')

describe('dates', () => {
	it('are written out in each language', () => {
		expect(format.formatDate(noon, 'nb')).toBe('torsdag 26. november')
		expect(format.formatDate(noon, 'nn', { year: true })).toBe('torsdag 26. november 2026')
		expect(format.formatDate(noon, 'en')).toBe('Thursday 26 November')
		expect(format.formatDate('2026-11-26', 'nb', { weekday: false })).toBe('26. november')
	})

	it('have nynorsk names for the days', () => {
		const week = [23, 24, 25, 26, 27, 28, 29].map((day) => format.formatDate(`2026-11-${day}`, 'nn').split(' ')[0])
		expect(week).toEqual(['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'])
		expect(week).toEqual(format.weekdayNames('nn'))
	})

	it('are the day in Oslo, not where the machine stands', () => {
		expect(format.formatDate(new Date('2026-06-30T22:30:00Z'), 'nb')).toBe('onsdag 1. juli')
		expect(format.formatDateTime(new Date('2026-12-31T23:00:00Z'), 'nb', { year: true })).toBe(
			'fredag 1. januar 2027 kl. 00.00',
		)
	})

	it('are short in tables', () => {
		expect(format.formatShortDate('2026-01-05', 'nb')).toBe('05.01.2026')
		expect(format.formatShortDate('2026-01-05', 'en')).toBe('5 Jan 2026')
		expect(format.formatMonth('2026-11', 'nb')).toBe('november 2026')
	})

	it('are refused when they are not dates', () => {
		expect(() => format.formatDate('26.11.2026', 'nb')).toThrow(RangeError)
	})
})

describe('times', () => {
	it('follow summer and winter time', () => {
		expect(format.formatTime(noon, 'nb')).toBe('kl. 12.00')
		expect(format.formatTime(new Date('2026-07-01T10:05:00Z'), 'en')).toBe('12:05')
		expect(format.formatDateTime(noon, 'nb')).toBe('torsdag 26. november kl. 12.00')
		expect(format.formatDateTime(noon, 'en')).toBe('Thursday 26 November at 12:00')
	})

	it('can be a range', () => {
		expect(format.formatTimeRange(noon, new Date('2026-11-26T12:30:00Z'), 'nb')).toBe('kl. 12.00–13.30')
	})
})

describe('money and lists', () => {
	it('shows øre only when there are any', () => {
		expect(format.formatMoney(20000, 'nb')).toBe('200\u00a0kr')
		expect(format.formatMoney(123450, 'nb')).toBe('1\u00a0234,50\u00a0kr')
		expect(format.formatMoney(-5, 'en')).toBe('\u22120.05\u00a0kr')
		expect(format.formatMoney(100000000, 'en')).toBe('1,000,000\u00a0kr')
	})

	it('joins names with and, or with or', () => {
		expect(format.formatList(['Kari', 'Ola', 'Nils'], 'nn')).toBe('Kari, Ola og Nils')
		expect(format.formatList(['Kari', 'Ola'], 'nb', 'or')).toBe('Kari eller Ola')
	})
})
