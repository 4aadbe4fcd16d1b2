// Forvaltningsloven § 16: a party is told of the case before it is decided, and may answer within a deadline.
import { nextWorkingDay } from '../calendar/holidays.ts'
import { addDays, type LocalDate } from '../calendar/oslo.ts'

export const hearingStates = ['open', 'answered', 'passed', 'omitted'] as const
export type HearingState = (typeof hearingStates)[number]

/** Forvaltningsloven § 16 third paragraph: a, b and c. */
export const omissionGrounds = ['not-practicable', 'unreachable', 'already-heard'] as const
export type OmissionGround = (typeof omissionGrounds)[number]

/** The last day to answer a notice sent on a date. It moves to the next working day as an appeal's last day does. */
export function hearingDeadline(sent: LocalDate, hearingDays: number): LocalDate {
	return nextWorkingDay(addDays(sent, hearingDays))
}

/** Whether what follows may be decided: answered, passed without an answer, or omitted on a ground. */
export function isHeard(state: HearingState | null): boolean {
	return state !== null && state !== 'open'
}
