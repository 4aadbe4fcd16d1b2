// Straffegjennomføringsloven § 27 fifth paragraph and practice: which checks apply goes by age, so a typed date alone never decides it.
import { isLocalDate, type LocalDate } from '../calendar/oslo.ts'
import { dateInNumber, type NumberDate } from './number-date.ts'

/** How a birth date came to be known, the best word for it. */
export const birthDateSources = ['issuer', 'national-number', 'typed', 'guardian', 'officer'] as const
export type BirthDateSource = (typeof birthDateSources)[number]

/** What holding a person's own words against the issuer's claims and the national number showed. */
export const comparisons = ['matches', 'differs', 'not-compared'] as const
export type Comparison = (typeof comparisons)[number]

export interface BirthDateOrigin {
	birthDateSource: BirthDateSource
	birthDateComparison: Comparison
}

export interface ComparedBirthDate {
	/** Null where nothing vouches for the date. */
	confirmedBy: 'issuer' | 'national-number' | null
	comparison: Comparison
	/** The date that the issuer or the number has instead, where it is a whole one. */
	otherDate: LocalDate | null
	/** No evidence agrees, and some of it is certain to be the date of birth. */
	refused: boolean
}

/**
 * Holds a birth date against the issuer's claim and the date in the national number. The date in a D-number may be that of its
 * registration: a difference from it alone refuses nothing.
 */
export function compareBirthDate(
	born: LocalDate,
	evidence: { claimed: LocalDate | null; nationalNumber: string },
): ComparedBirthDate {
	const claimAgrees = evidence.claimed === null ? null : evidence.claimed === born
	const number = dateInNumber(evidence.nationalNumber)
	const numberAgrees = number && agrees(born, number)
	const confirmedBy = claimAgrees ? 'issuer' : numberAgrees ? 'national-number' : null
	const isLoose = number?.kind === 'd-number'
	const differs = claimAgrees === false || (numberAgrees === false && !(isLoose && claimAgrees))
	if (!differs)
		return { confirmedBy, comparison: confirmedBy ? 'matches' : 'not-compared', otherDate: null, refused: false }
	const otherDate = claimAgrees === false ? evidence.claimed : number && wholeDate(number)
	const isCertain = claimAgrees === false || !isLoose
	return { confirmedBy, comparison: 'differs', otherDate, refused: confirmedBy === null && isCertain }
}

/** Whether nothing but the person's own word stands behind their birth date, or something speaks against it. */
export function isUnprovenBirthDate({ birthDateSource, birthDateComparison }: BirthDateOrigin): boolean {
	return birthDateComparison === 'differs' || (birthDateSource === 'typed' && birthDateComparison !== 'matches')
}

/** Null where day, month and two digits of the year agree, and nothing tells the century. */
function agrees(born: LocalDate, number: NumberDate): boolean | null {
	const [year = 0, month = 0, day = 0] = born.split('-').map(Number)
	if (day !== number.day || month !== number.month || year % 100 !== number.shortYear) return false
	if (year === number.year) return true
	// Numbers given to those born from 2032 say no century, whatever their control digits.
	return number.year === null || year >= 2032 ? null : false
}

function wholeDate({ day, month, year }: NumberDate): LocalDate | null {
	if (year === null) return null
	const text = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
	return isLocalDate(text) ? text : null
}
