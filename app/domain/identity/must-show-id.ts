// Practice: everyone of `idRequiredFromAge` or more shows who they are at the gate.
import { ageOn, type LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import { type BirthDateOrigin, isUnprovenBirthDate } from './birth-date.ts'

/** Whether a visitor shows an identity paper on a day; always where their birth date is unproven. */
export function mustShowId(
	visitor: BirthDateOrigin & { born: LocalDate },
	day: LocalDate,
	policy: Pick<Policy, 'idRequiredFromAge'>,
): boolean {
	return isUnprovenBirthDate(visitor) || ageOn(visitor.born, day) >= policy.idRequiredFromAge
}
