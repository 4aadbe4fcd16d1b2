import { isUsableDate, type LocalDate } from '../calendar/oslo.ts'
import { foldName } from '../fold-name.ts'
import { foldNumber } from '../prisoners/prisoner-number.ts'

/** What an officer's search asks for. Everything that is named must fit. */
export interface PeopleQuery {
	/** The code of a visit, as it may be: `K7QM-4TXW`. Then the rest is what else it may mean. */
	code: string | null
	/** Parts of a name, folded, in any order. */
	names: string[]
	/** The beginning of a prisoner's number, folded. */
	number: string | null
	born: LocalDate | null
}

/** Why a search is not made. */
export type QueryProblem = 'nothing' | 'too-short' | 'national-number' | 'too-long'

/** As db/ids.ts makes them: no letter or digit that is read as another. */
const codePattern = /^([2-9A-HJ-NP-Z]{4})[\s-]?([2-9A-HJ-NP-Z]{4})$/
const datePattern = /\b(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})\b|\b(\d{4})-(\d{1,2})-(\d{1,2})\b/

/** The letter of a number that stands by itself: `E 2001`. */
const apartPattern = /(^| )(\p{L})(?: ?-)? ?(?=\d)/gu

/** Letters of a name at least. Fewer would show half of everyone. */
const fewest = 2

/**
 * Reads what was typed: a code, a number, parts of a name, a birth date (`02.04.1988`, `2.4.88`, `1988-04-02`, `02041988`), or
 * a name with one of them. A year of two digits is the last one that has been. Never a national number: an officer who has one
 * has a name as well.
 */
export function parsePeopleQuery(typed: string, today: LocalDate): PeopleQuery | QueryProblem {
	const text = typed
		.normalize('NFKC')
		.replace(/\s+/g, ' ')
		.replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
		.replace(/[\p{Pd}\u2212]/gu, '-')
		.trim()
	if (text === '') return 'nothing'
	if (text.length > 100) return 'too-long'
	if (/(?<!\d)\d{6}[ -]?\d{5}(?!\d)/.test(text)) return 'national-number'
	const code = codePattern.exec(text.toUpperCase())
	const { born, rest } = dateIn(text, today)
	const parts = rest
		.replace(apartPattern, '$1$2')
		.split(' ')
		.filter((part) => part !== '')
	const names = parts
		.filter((part) => !/\d/.test(part))
		.map(foldName)
		.filter((part) => part !== '')
	const numbers = parts.filter((part) => /\d/.test(part)).map(foldNumber)
	const [number = null] = numbers
	const letters = names.reduce((sum, name) => sum + name.length, 0)
	if (!code && born === null && number === null && letters < fewest) return 'too-short'
	return {
		code: code ? `${code[1]}-${code[2]}` : null,
		names,
		// Two numbers are nobody's.
		number: numbers.length > 1 ? numbers.join(' ') : number,
		born,
	}
}

/** The date in a text, and the text without it. */
function dateIn(text: string, today: LocalDate): { born: LocalDate | null; rest: string } {
	const written = /^\d{8}$/.test(text) ? text.replace(/^(\d\d)(\d\d)(\d{4})$/, '$1.$2.$3') : text
	const found = datePattern.exec(written)
	if (!found) return { born: null, rest: text }
	const [whole, day = found[6] ?? '', month = found[5] ?? '', year = found[4] ?? ''] = found
	const date = `${fullYear(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	return isUsableDate(date) ? { born: date, rest: written.replace(whole, ' ') } : { born: null, rest: text }
}

function fullYear(year: string, today: LocalDate): string {
	if (year.length === 4) return year
	const century = Number(today.slice(0, 2))
	return year > today.slice(2, 4) ? `${century - 1}${year}` : `${century}${year}`
}
