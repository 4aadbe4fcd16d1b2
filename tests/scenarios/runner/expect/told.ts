import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import type { PublicTopUpReasons } from '#app/domain/funds/public-reasons.ts'
import type { Told } from '../parse/expectation.ts'
import type { Outcome } from '../run/outcome.ts'
import { difference, list } from './compare.ts'

/** What the family reads of a refusal. */
export function told(outcome: Outcome, wanted: Told): string | null {
	const answer = outcome.kind === 'refused' ? outcome.told : null
	return difference('told', wantedWords(wanted), answer ? inWords(answer) : 'nothing')
}

export function wantedWords(wanted: Told): string {
	return wanted === 'neutral' ? 'neutral' : list([...new Set(wanted)])
}

/** An answer as the format writes it: `neutral`, or the codes that it names. */
export function inWords(answer: PublicReasons | PublicTopUpReasons): string {
	return answer.kind === 'neutral' ? 'neutral' : list([...new Set(answer.items.map(({ code }) => code))])
}
