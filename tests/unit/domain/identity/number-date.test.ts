import { describe, expect, it } from 'vitest'
import { dateInNumber } from '#app/domain/identity/number-date.ts'

describe('dateInNumber', () => {
	it.each([
		['01010000110', 1900],
		['31129900183', 1999],
		['01015471987', 1854],
		['01019950065', 1899],
		['01010050053', 2000],
		['01013990057', 2039],
		['01014090017', 1940],
	])('reads the year of %s by the series of individual numbers', (number, year) => {
		expect(dateInNumber(number)?.year).toBe(year)
	})
	it.each(['01015350047', '03026076039'])('reads no century of %s, whose series nobody was given', (number) => {
		expect(dateInNumber(number)?.year).toBeNull()
	})
	it('reads no century of a number of the kind given from 2032', () => {
		expect(dateInNumber('03029000149')).toEqual({ kind: 'birth-number', day: 3, month: 2, shortYear: 90, year: null })
	})
	it.each([
		['03029000122', 'birth-number'],
		['43029000116', 'd-number'],
		['03829000198', 'birth-number'],
		['03429000105', 'birth-number'],
		['03679000151', 'birth-number'],
		['43829000181', 'd-number'],
	])('reads the day and the month of %s, a %s', (number, kind) => {
		expect(dateInNumber(number)).toEqual({ kind, day: 3, month: 2, shortYear: 90, year: 1990 })
	})
	it.each(['12345678901', '1302', '', '30029000122', '03139000122', '00019000122', '99999999999', 'abcdefghijk'])(
		'reads nothing of %j',
		(number) => {
			expect(dateInNumber(number)).toBeNull()
		},
	)
	it('takes 29 February in a leap year only', () => {
		expect(dateInNumber('29020450000')).toMatchObject({ day: 29, month: 2 })
		expect(dateInNumber('29029000000')).toBeNull()
	})
})
