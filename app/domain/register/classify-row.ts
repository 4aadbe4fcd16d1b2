import type { RegisterRow } from './row.ts'

/** What is known of a prisoner, to be held against a row. */
export type StoredPrisoner = Pick<
	RegisterRow,
	'givenName' | 'familyName' | 'born' | 'facilityId' | 'unit' | 'securityLevel' | 'legalStatus' | 'custody' | 'language'
> & {
	/** Since when; null when nobody has said. */
	knownFrom: Date | null
}

/**
 * What a row means beside what is known: somebody new, a change, the same again, the same with a later word (`confirmed`),
 * or a word that is older than, or contradicts, what was said for that very instant.
 */
export type RowOutcome = 'new' | 'changed' | 'confirmed' | 'unchanged' | 'older' | 'same-time' | 'other-facility'

const facts = [
	'givenName',
	'familyName',
	'born',
	'facilityId',
	'unit',
	'securityLevel',
	'legalStatus',
	'custody',
] as const

/**
 * Judges one row. Newer is what holds from later, wherever it comes from; the order of files and lines decides nothing, so
 * that a file may be sent again. `reach` is the facility that the sender speaks for; null for the whole register: it speaks
 * of those who are there now, also when they leave, and of those whom nobody knows yet.
 */
export function classifyRow(row: RegisterRow, known: StoredPrisoner | null, senderScope: string | null): RowOutcome {
	if (!known) return senderScope === null || row.facilityId === senderScope ? 'new' : 'other-facility'
	const isSame =
		facts.every((fact) => row[fact] === known[fact]) && (row.language === null || row.language === known.language)
	const later = known.knownFrom === null ? 1 : row.validFrom.getTime() - known.knownFrom.getTime()
	// Said before and done: a transfer out is no less so when the file comes again.
	if (isSame && later === 0) return 'unchanged'
	if (senderScope !== null && known.facilityId !== senderScope) return 'other-facility'
	if (later > 0) return isSame ? 'confirmed' : 'changed'
	if (isSame) return 'unchanged'
	return later === 0 ? 'same-time' : 'older'
}
