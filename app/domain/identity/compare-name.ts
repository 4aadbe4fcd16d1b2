// Practice: names are written in many ways, so a difference is for an officer to look at and keeps nobody out.
import { sameName } from '../applications/matching.ts'
import { fullName, type PersonName } from '../person-name.ts'
import type { Comparison } from './birth-date.ts'

/** Holds a name against the issuer's; not compared where the issuer does not say both names. */
export function compareName(name: PersonName, claimed: { [Part in keyof PersonName]: string | null }): Comparison {
	if (claimed.givenName === null || claimed.familyName === null) return 'not-compared'
	return sameName(fullName(name), claimed.givenName, claimed.familyName) ? 'matches' : 'differs'
}
