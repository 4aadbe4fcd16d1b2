import { describe, expect, it } from 'vitest'
import { closesOn, isClosedDayLine } from '#app/domain/calendar/closed-days.ts'

describe('closesOn', () => {
	it('closes one date, or the same day every year', () => {
		expect(closesOn('2026-12-24', '2026-12-24')).toBe(true)
		expect(closesOn('2026-12-24', '2027-12-24')).toBe(false)
		expect(closesOn('12-24', '2027-12-24')).toBe(true)
		expect(closesOn('12-24', '2027-12-25')).toBe(false)
	})
	it('closes a holiday by its name, eves too', () => {
		expect(closesOn('easter-eve', '2026-04-04')).toBe(true)
		expect(closesOn('easter-eve', '2026-04-05')).toBe(false)
		expect(closesOn('whit-monday', '2027-05-17')).toBe(true)
		expect(closesOn('constitution-day', '2027-05-17')).toBe(true)
	})
	it('closes all public holidays and no eve', () => {
		expect(closesOn('public-holidays', '2026-05-14')).toBe(true)
		expect(closesOn('public-holidays', '2026-12-24')).toBe(false)
		expect(closesOn('public-holidays', '2026-11-26')).toBe(false)
	})
})

describe('isClosedDayLine', () => {
	it.each(['2026-12-24', '12-24', '02-29', '2028-02-29', 'good-friday', 'new-years-eve', 'public-holidays'])(
		'knows %s',
		(text) => {
			expect(isClosedDayLine(text)).toBe(true)
		},
	)
	it.each([
		'',
		'24-12',
		'2026-02-29',
		'02-30',
		'2026-13-01',
		'easter',
		'2026-12-24T00:00',
		'24.12.',
		'toString',
		'+012026-12',
	])('refuses %j', (text) => {
		expect(isClosedDayLine(text)).toBe(false)
	})
})
