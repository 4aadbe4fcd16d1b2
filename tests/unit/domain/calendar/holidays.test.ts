import { describe, expect, it } from 'vitest'
import {
	easterSunday,
	holidaysOn,
	isPublicHoliday,
	isWorkingDay,
	nextWorkingDay,
	publicHolidays,
} from '#app/domain/calendar/holidays.ts'
import { weekday } from '#app/domain/calendar/oslo.ts'

describe('easterSunday', () => {
	it.each([
		[1818, '1818-03-22'],
		[1943, '1943-04-25'],
		[1961, '1961-04-02'],
		[2008, '2008-03-23'],
		[2011, '2011-04-24'],
		[2019, '2019-04-21'],
		[2024, '2024-03-31'],
		[2025, '2025-04-20'],
		[2026, '2026-04-05'],
		[2027, '2027-03-28'],
		[2028, '2028-04-16'],
		[2038, '2038-04-25'],
		[2049, '2049-04-18'],
		[2100, '2100-03-28'],
		[2285, '2285-03-22'],
	])('falls in %i on %s', (year, date) => {
		expect(easterSunday(year)).toBe(date)
	})
	it('is a Sunday from 22 March to 25 April in every year of two centuries', () => {
		for (let year = 1900; year < 2100; year++) {
			const date = easterSunday(year)
			expect(weekday(date)).toBe(7)
			expect(date >= `${year}-03-22` && date <= `${year}-04-25`).toBe(true)
		}
	})
})

describe('publicHolidays', () => {
	it('are these in 2026, in date order', () => {
		expect([...publicHolidays(2026)]).toEqual([
			['2026-01-01', ['new-years-day']],
			['2026-04-02', ['maundy-thursday']],
			['2026-04-03', ['good-friday']],
			['2026-04-05', ['easter-sunday']],
			['2026-04-06', ['easter-monday']],
			['2026-05-01', ['labour-day']],
			['2026-05-14', ['ascension-day']],
			['2026-05-17', ['constitution-day']],
			['2026-05-24', ['whit-sunday']],
			['2026-05-25', ['whit-monday']],
			['2026-12-25', ['christmas-day']],
			['2026-12-26', ['second-christmas-day']],
		])
	})
	it('count a day with two names once: 17 May 2027 is Constitution Day and Whit Monday', () => {
		expect(publicHolidays(2027).get('2027-05-17')).toEqual(['constitution-day', 'whit-monday'])
		expect(publicHolidays(2027).size).toBe(11)
		expect(publicHolidays(2008).get('2008-05-01')).toEqual(['labour-day', 'ascension-day'])
	})
	it('do not hold the eves, which have names all the same', () => {
		for (const eve of ['2027-03-27', '2027-05-15', '2027-12-24', '2027-12-31']) {
			expect(holidaysOn(eve)).toHaveLength(1)
			expect(isPublicHoliday(eve)).toBe(false)
		}
		expect(holidaysOn('2027-03-27')).toEqual(['easter-eve'])
		expect(holidaysOn('2027-05-15')).toEqual(['whit-eve'])
	})
})

describe('isWorkingDay', () => {
	it('is neither a Saturday, a Sunday nor a public holiday', () => {
		expect(isWorkingDay('2026-11-27')).toBe(true)
		expect(isWorkingDay('2026-11-28')).toBe(false)
		expect(isWorkingDay('2026-11-29')).toBe(false)
		expect(isWorkingDay('2026-05-14')).toBe(false)
		expect(isWorkingDay('2026-12-24')).toBe(true)
	})
})

describe('nextWorkingDay', () => {
	it('is the day itself when one works on it', () => {
		expect(nextWorkingDay('2026-11-27')).toBe('2026-11-27')
	})
	it("passes over Easter, Christmas and a year's end", () => {
		expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07')
		expect(nextWorkingDay('2026-12-25')).toBe('2026-12-28')
		expect(nextWorkingDay('2027-01-01')).toBe('2027-01-04')
	})
})
