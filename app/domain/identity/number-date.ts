import { dateOf } from '../calendar/oslo.ts'
// Skatteetaten, 'Fødselsnummer' (the series of individual numbers by year of birth), 'D-nummer' and 'Nytt fødselsnummer fra 2032':
// a first control digit that leaves a remainder says no century. Test numbers raise the month: Dolly 40, NAV 65, Tenor 80.

export interface NumberDate {
	/** The date in a D-number may be that of its registration. */
	kind: 'birth-number' | 'd-number'
	day: number
	month: number
	/** The last two digits of the year. */
	shortYear: number
	/** Null where the number does not tell the century. */
	year: number | null
}

const firstControlWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]

/** Returns the date in a valid national number or D-number; null where its first six digits are no date. */
export function dateInNumber(number: string): NumberDate | null {
	if (!/^\d{11}$/.test(number)) return null
	const [rawDay, rawMonth, shortYear] = [0, 2, 4].map((at) => Number(number.slice(at, at + 2)))
	if (rawDay === undefined || rawMonth === undefined || shortYear === undefined) return null
	const isDNumber = rawDay > 40
	const day = isDNumber ? rawDay - 40 : rawDay
	const month = rawMonth - monthOffset(rawMonth)
	const year = yearOf(number, shortYear)
	if (dateOf({ day, month, year: year ?? 2000 + shortYear }) === null) return null
	return { kind: isDNumber ? 'd-number' : 'birth-number', day, month, shortYear, year }
}

/** What the month of a made-up number was raised by; 0 for a real one. */
export function monthOffset(month: number): 0 | 40 | 65 | 80 {
	if (month > 80) return 80
	if (month > 65) return 65
	return month > 40 ? 40 : 0
}

function yearOf(number: string, shortYear: number): number | null {
	const weighted = firstControlWeights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0)
	if (weighted % 11 !== 0) return null
	const individual = Number(number.slice(6, 9))
	if (individual <= 499) return 1900 + shortYear
	if (individual >= 500 && shortYear <= 39) return 2000 + shortYear
	if (individual >= 900 && shortYear >= 40) return 1900 + shortYear
	return individual <= 749 && shortYear >= 54 ? 1800 + shortYear : null
}
