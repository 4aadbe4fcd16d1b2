// Straffegjennomføringsloven § 27 fifth paragraph (police information); forskrift §§ 3-28 (the prisoner's choice), 6-9 (re-check).
import { adultAge } from '../bookings/party.ts'
import { addMonths, ageOn, type LocalDate } from '../calendar/oslo.ts'
import { type BirthDateOrigin, isUnprovenBirthDate } from '../identity/birth-date.ts'
import type { OfficialKind, Track } from '../permits/permit.ts'
import type { Policy } from '../policy.ts'
import type { SecurityLevel } from '../prisoners/prisoner.ts'
import type { Check, CheckKind } from './application.ts'

/** What decides which checks an application asks for. */
export interface Applicant extends BirthDateOrigin {
	born: LocalDate
	/** The date that the issuer or the national number has instead; null where neither differs. */
	otherBirthDate: LocalDate | null
	today: LocalDate
	track: Track
	officialKind: OfficialKind | null
	/** The prisoner's; null while the application is matched to nobody. */
	securityLevel: SecurityLevel | null
	policy: Policy
}

/** Appointed defence counsel, consuls and public authorities are not checked. */
export const exemptFromPoliceCheck: readonly OfficialKind[] = ['defence-counsel', 'consul', 'public-authority']
/** At the special high level only consuls are not (forskrift § 6-9). */
const exemptAtSpecialHigh: readonly OfficialKind[] = ['consul']

/** Everyone of `policeCheckFromAge` or more today or whose birth date is unproven, save the exempt kinds of the official track. */
export function needsPoliceCheck(applicant: Applicant): boolean {
	const { born, today, track, officialKind, securityLevel, policy } = applicant
	const mayBeOldEnough = isUnprovenBirthDate(applicant) || ageOn(born, today) >= policy.policeCheckFromAge
	return mayBeOldEnough && !isExempt(track, officialKind, securityLevel)
}

/** The checks that apply, in the order of `checkKinds`. All start `open`; only an officer sets them. */
export function requiredChecks(applicant: Applicant): CheckKind[] {
	const required: CheckKind[] = ['identity']
	if (applicant.track === 'family') required.push('prisoner-consent')
	if (needsPoliceCheck(applicant)) required.push('police-check')
	const { born, otherBirthDate, today } = applicant
	if ([born, otherBirthDate ?? born].some((date) => ageOn(date, today) < adultAge)) required.push('guardian-consent')
	required.push('conflict-check')
	return required
}

/** The checks that are still open. */
export function missingChecks(checks: readonly Check[]): CheckKind[] {
	return checks.filter(({ outcome }) => outcome === 'open').map(({ kind }) => kind)
}

/** `ready` when every check has an answer, whichever it is: a limit or a stop is for the decision to weigh. */
export function applicationStateFrom(checks: readonly Check[]): 'received' | 'ready' {
	return missingChecks(checks).length === 0 ? 'ready' : 'received'
}

/**
 * The last day before a permit's re-check is overdue, or null when none is asked for: `recheckMonths` by the prisoner's level,
 * `recheckMonthsOfficial` for professionals, whichever comes first. Who is exempt from the police check has none to repeat.
 */
export function recheckDueDate(granted: {
	track: Track
	officialKind: OfficialKind | null
	securityLevel: SecurityLevel
	policy: Policy
	from: LocalDate
}): LocalDate | null {
	const { track, officialKind, securityLevel, policy, from } = granted
	if (isExempt(track, officialKind, securityLevel)) return null
	const ofLevel = policy.recheckMonths[securityLevel]
	const ofTrack = track === 'official' ? policy.recheckMonthsOfficial : null
	const months = [ofLevel, ofTrack].filter((term) => term !== null)
	return months.length === 0 ? null : addMonths(from, Math.min(...months))
}

/**
 * The checks that are open again when an application turns out to be about another prisoner: the consent and the conflicts were
 * that prisoner's, and the police weighed the visitor for a level of security. Levels are null where it is matched to nobody.
 */
export function checksToReopen(from: SecurityLevel | null, to: SecurityLevel | null): CheckKind[] {
	const isSpecial = (level: SecurityLevel | null) => level === 'special-high'
	return ['prisoner-consent', 'conflict-check', ...(isSpecial(from) === isSpecial(to) ? [] : ['police-check' as const])]
}

function isExempt(track: Track, officialKind: OfficialKind | null, level: SecurityLevel | null): boolean {
	const exempt = level === 'special-high' ? exemptAtSpecialHigh : exemptFromPoliceCheck
	return track === 'official' && officialKind !== null && exempt.includes(officialKind)
}
