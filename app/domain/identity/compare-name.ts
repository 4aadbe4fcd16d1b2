// Practice: names are written in many ways, so a difference is for an officer to look at and keeps nobody out.
import { sameName } from '../applications/matching.ts'
import type { Comparison } from './birth-date.ts'

interface Name {
	givenName: string
	familyName: string
}

/** Holds a name against the issuer's; not compared where the issuer does not say both names. */
export function compareName(
	{ givenName, familyName }: Name,
	claimed: { [Part in keyof Name]: string | null },
): Comparison {
	if (claimed.givenName === null || claimed.familyName === null) return 'not-compared'
	return sameName(`${givenName} ${familyName}`, claimed.givenName, claimed.familyName) ? 'matches' : 'differs'
}
