// Straffegjennomføringsloven § 31 fourth paragraph and practice: a ban and a suspension always have an end.
import { addDays, addMonths, instantOf, type LocalDate, localDate, localTime } from '../calendar/oslo.ts'
import type { OfficialKind } from '../permits/permit.ts'
import type { Policy } from '../policy.ts'

/** The last day that a suspension has at most, and has when none is named. */
export function longestSuspension(from: LocalDate): LocalDate {
	return addMonths(from, 1)
}

/** Whether a ban may end on that day: from today on, and within `banMonthsMax`. */
export function isBanEnd(until: LocalDate, today: LocalDate, { banMonthsMax }: Pick<Policy, 'banMonthsMax'>): boolean {
	return until >= today && until <= addMonths(today, banMonthsMax)
}

export function isSuspensionEnd(until: LocalDate, today: LocalDate): boolean {
	return until >= today && until <= longestSuspension(today)
}

/** Nobody bans an appointed defence counsel. */
export function mayBeBanned(officialKinds: readonly (OfficialKind | null)[]): boolean {
	return !officialKinds.includes('defence-counsel')
}

/** An interim measure is approved within 72 real hours, and ends 14 days later by the clock on the wall at the latest. */
export function interimBounds(from: Date): { approveBy: Date; fallsAwayAt: Date } {
	return { approveBy: new Date(from.getTime() + 72 * 3_600_000), fallsAwayAt: sameTimeAfter(from, 14) }
}

/** The same wall time some days on. */
export function sameTimeAfter(from: Date, days: number): Date {
	const ofMinute = from.getTime() % 60_000
	return new Date(instantOf(addDays(localDate(from), days), localTime(from)).getTime() + ofMinute)
}
