// Forvaltningsloven §§ 31 and 33: a late appeal, and what comes of one.
import { addMonths, type LocalDate } from '../calendar/oslo.ts'
import type { DecisionState } from './decision.ts'

/** The unit's answer, and the region's to what was forwarded. */
export const appealOutcomes = ['reversed', 'changed', 'forwarded', 'upheld', 'annulled'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

export const lateAppealGrounds = ['excusable', 'special-reasons'] as const
export type LateAppealGround = (typeof lateAppealGrounds)[number]

/** Whether a late appeal may be taken up at all: never one that came more than a year after the decision. */
export function mayTakeUp(decided: LocalDate, received: LocalDate): boolean {
	return received <= addMonths(decided, 12)
}

/** Where an appeal leaves a decision: on time, late, or along with one that is there already; null when there is no more to appeal. */
export function stateAfterAppeal(state: DecisionState, isLate: boolean): DecisionState | null {
	if (state === 'sent' || state === 'opened') return isLate ? 'appealed-late' : 'appealed'
	if (state === 'appealed-late') return isLate ? state : 'appealed'
	if (state === 'appealed' || state === 'forwarded') return state
	return null
}

/** Whether what the decision put in place ends with this answer. */
export function endsTheDecision(outcome: AppealOutcome): boolean {
	return outcome === 'reversed' || outcome === 'annulled'
}
