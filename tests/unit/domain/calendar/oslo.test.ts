import { describe, expect, it } from 'vitest'
import {
	addDays,
	addMonths,
	ageOn,
	dateOf,
	datesTouched,
	daysBetween,
	eachDate,
	isLocalDate,
	isoWeek,
	isUsableDate,
	localDate,
	localTime,
	mondayOf,
	monthOf,
	weekday,
} from '#app/domain/calendar/oslo.ts'
import { oslo } from '../support/builders.ts'
import { calendarCases, expectedCases } from '../support/calendar-cases.ts'

describe('the calendar in Oslo', () => {
	it('knows both clock changes, the midnights and the weeks of 2026 and 2027', () => {
		expect(calendarCases()).toEqual(expectedCases)
	})
	it('refuses what is no local time', () => {
		expect(() => oslo('2026-11-26T25:00')).toThrow(RangeError)
		expect(() => oslo('2026-11-26T24:30')).toThrow(RangeError)
		expect(() => oslo('2026-11-26T12:60')).toThrow(RangeError)
		expect(() => oslo('2026-02-30T12:00')).toThrow(RangeError)
		expect(() => oslo('2026-11-26Tnoon')).toThrow(RangeError)
	})
})

describe('localDate', () => {
	it('changes at midnight in Oslo, in winter and in summer', () => {
		expect(localDate(new Date('2026-11-26T22:59:59.999Z'))).toBe('2026-11-26')
		expect(localDate(new Date('2026-11-26T23:00:00Z'))).toBe('2026-11-27')
		expect(localDate(new Date('2026-07-01T21:59:59.999Z'))).toBe('2026-07-01')
		expect(localDate(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
	})
	it('answers the same from memory', () => {
		const instant = new Date('2026-11-26T22:10:00Z')
		expect([localDate(instant), localDate(instant)]).toEqual(['2026-11-26', '2026-11-26'])
	})
})

describe('weeks and months', () => {
	it('know week 53 of 2026, which lasts into January', () => {
		expect(isoWeek('2026-12-28')).toBe('2026-W53')
		expect(isoWeek('2027-01-03')).toBe('2026-W53')
		expect(isoWeek('2027-01-04')).toBe('2027-W01')
		expect(isoWeek('2026-12-28')).toBe('2026-W53')
	})
	it('begin on Monday', () => {
		expect(mondayOf('2026-11-29')).toBe('2026-11-23')
		expect(mondayOf('2026-11-23')).toBe('2026-11-23')
		expect(weekday('2026-11-29')).toBe(7)
	})
	it('name the month', () => {
		expect(monthOf('2026-11-29')).toBe('2026-11')
	})
})

describe('counting dates', () => {
	it("adds days over a clock change and a year's end", () => {
		expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
		expect(addDays('2026-12-31', -366)).toBe('2025-12-30')
	})
	it('adds months, and stays in the month where it is shorter', () => {
		expect(addMonths('2026-11-26', 6)).toBe('2027-05-26')
		expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
	})
	it('counts days between, also over a clock change and backwards', () => {
		expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
		expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
	})
	it('lists every date from the first to the last', () => {
		expect(eachDate('2027-03-27', '2027-03-29')).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
		expect(eachDate('2027-03-27', '2027-03-27')).toEqual(['2027-03-27'])
	})
	it('does not count the end of a span as touched', () => {
		expect(datesTouched(oslo('2026-11-26T12:00'), oslo('2026-11-27T00:00'))).toEqual({
			first: '2026-11-26',
			last: '2026-11-26',
		})
		expect(datesTouched(oslo('2026-11-26T12:00'), oslo('2026-11-27T00:01'))).toEqual({
			first: '2026-11-26',
			last: '2026-11-27',
		})
		expect(datesTouched(oslo('2026-11-27T00:00'), oslo('2026-11-27T00:00'))).toEqual({
			first: '2026-11-27',
			last: '2026-11-27',
		})
	})
})

describe('localTime', () => {
	it("is the wall clock's", () => {
		expect(localTime(new Date('2026-11-26T11:05:59Z'))).toBe('12:05')
		expect(localTime(new Date('2026-07-26T22:00:00Z'))).toBe('00:00')
	})
})

describe('ageOn', () => {
	it('changes on the birthday', () => {
		expect(ageOn('2008-11-26', '2026-11-25')).toBe(17)
		expect(ageOn('2008-11-26', '2026-11-26')).toBe(18)
	})
	it('changes on 1 March for who is born on 29 February', () => {
		expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
		expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
		expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
	})
})

describe('a date as a text', () => {
	const unreal = ['2026-11-31', '2027-02-29', '2026-1-1', '2026-13-01', '2026-00-10', 'soon', '']

	it('is one that the calendar has', () => {
		expect(['2026-11-30', '2028-02-29', '1899-12-31'].map(isLocalDate)).toEqual([true, true, true])
		expect(unreal.map(isLocalDate)).toEqual(unreal.map(() => false))
	})
	it('can be used in the years 1900 to 2200', () => {
		expect(['1900-01-01', '2200-12-31'].map(isUsableDate)).toEqual([true, true])
		expect([...unreal, '1899-12-31', '2201-01-01'].some(isUsableDate)).toBe(false)
	})
	it('is put together of its parts, and is none where the calendar has none', () => {
		expect(dateOf({ day: 4, month: 3, year: 2026 })).toBe('2026-03-04')
		expect(dateOf({ day: 29, month: 2, year: 2027 })).toBeNull()
		expect(dateOf({ day: 0, month: 1, year: 2027 })).toBeNull()
	})
})
