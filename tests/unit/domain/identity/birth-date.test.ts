import { describe, expect, it } from 'vitest'
import { compareBirthDate, isUnprovenBirthDate } from '#app/domain/identity/birth-date.ts'

const birthNumber = '03029000122'
const dNumber = '43029000116'
const noCentury = '03029000149'
const born = '1990-02-03'

const compare = (typed: string, nationalNumber: string, claimed: string | null = null) =>
	compareBirthDate(typed, { claimed, nationalNumber })

describe('compareBirthDate', () => {
	it.each(['2014-01-01', '1990-02-04', '1990-03-03', '1991-02-03', '1890-02-03'])(
		'refuses %s for a birth number of 3 February 1990',
		(typed) => {
			expect(compare(typed, birthNumber)).toEqual({
				confirmedBy: null,
				comparison: 'differs',
				otherDate: born,
				refused: true,
			})
		},
	)
	it.each(['03829000198', '03429000105', '03679000151'])(
		'refuses another date than that of the synthetic %s',
		(number) => {
			expect(compare('2014-01-01', number).refused).toBe(true)
			expect(compare(born, number)).toMatchObject({ comparison: 'matches', refused: false })
		},
	)
	it('takes the date of a birth number, and says so', () => {
		expect(compare(born, birthNumber)).toEqual({
			confirmedBy: 'national-number',
			comparison: 'matches',
			otherDate: null,
			refused: false,
		})
	})
	it.each([dNumber, '43829000181'])(
		'marks another date than that of the D-number %s, and never refuses it',
		(number) => {
			expect(compare('2014-01-01', number)).toEqual({
				confirmedBy: null,
				comparison: 'differs',
				otherDate: born,
				refused: false,
			})
			expect(compare(born, number).comparison).toBe('matches')
		},
	)
	it("takes the issuer's word over the date of a D-number", () => {
		expect(compare('1985-06-07', dNumber, '1985-06-07')).toEqual({
			confirmedBy: 'issuer',
			comparison: 'matches',
			otherDate: null,
			refused: false,
		})
	})
	it("refuses another date than the issuer's, with either kind of number", () => {
		for (const number of [birthNumber, dNumber])
			expect(compare('2014-01-01', number, born)).toMatchObject({
				comparison: 'differs',
				otherDate: born,
				refused: true,
			})
	})
	it('marks the date where issuer and birth number contradict each other', () => {
		expect(compare('1991-02-03', birthNumber, '1991-02-03')).toEqual({
			confirmedBy: 'issuer',
			comparison: 'differs',
			otherDate: born,
			refused: false,
		})
		expect(compare(born, birthNumber, '1991-02-03')).toMatchObject({
			confirmedBy: 'national-number',
			otherDate: '1991-02-03',
			refused: false,
		})
	})
	it('refuses another short year where the number tells no century, and takes no date as proven', () => {
		expect(compare('1990-02-03', noCentury)).toMatchObject({ comparison: 'not-compared', refused: false })
		expect(compare('1990-02-03', noCentury, '1990-02-03')).toMatchObject({ comparison: 'matches' })
		expect(compare('1991-02-03', noCentury)).toMatchObject({ comparison: 'differs', otherDate: null, refused: true })
	})
	it('takes no date from 2032 as proven by a number of another century', () => {
		const bornIn1933 = '03023300116'
		expect(compare('2033-02-03', bornIn1933)).toMatchObject({ comparison: 'not-compared', refused: false })
		expect(compare('2032-02-03', '03023200111').comparison).toBe('not-compared')
	})
	it('compares nothing where there is neither claim nor date', () => {
		expect(compare(born, '12345678901')).toEqual({
			confirmedBy: null,
			comparison: 'not-compared',
			otherDate: null,
			refused: false,
		})
	})
})

describe('isUnprovenBirthDate', () => {
	it.each([
		['typed', 'not-compared', true],
		['typed', 'matches', false],
		['guardian', 'not-compared', false],
		['officer', 'not-compared', false],
		['officer', 'differs', true],
		['issuer', 'differs', true],
		['issuer', 'matches', false],
	] as const)('%s, %s: %s', (birthDateSource, birthDateComparison, unproven) => {
		expect(isUnprovenBirthDate({ birthDateSource, birthDateComparison })).toBe(unproven)
	})
})
