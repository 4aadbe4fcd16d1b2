import type { BirthDateSource, Comparison } from '#app/domain/identity/birth-date.ts'
import type { visitor } from '#db/schema/index.ts'

/** What whoever checks an identity needs to know: the date of birth, how it came, and what speaks against it or the name. */
export interface StatedPerson {
	born: string
	source: BirthDateSource
	comparison: Comparison
	/** The date that the sign-in or the national number has instead, where it is a whole one. */
	otherDate: string | null
	name: Comparison
}

export function statedPerson(row: typeof visitor.$inferSelect): StatedPerson {
	const { born, birthDateSource, birthDateComparison, otherBirthDate, nameComparison } = row
	return {
		born,
		source: birthDateSource,
		comparison: birthDateComparison,
		otherDate: otherBirthDate,
		name: nameComparison,
	}
}
