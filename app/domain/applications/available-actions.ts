import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'
import type { LocalDate } from '../calendar/oslo.ts'
import type { DecisionState } from '../decisions/decision.ts'
import { type CaseParty, isRelated, mayAnswerAppeal, mayApproveAsSecond } from '../restrictions/conflict-of-interest.ts'
import { type ApplicationState, isUndecided } from './application.ts'
import type { GrantObstacle } from './plain-grant.ts'

/** What the actions on an application depend on. `decision` is the latest one. */
export interface ApplicationFacts {
	state: ApplicationState
	parties: readonly CaseParty[]
	decision: {
		state: DecisionState
		draftedBy: string
		approvedBy: string | null
		lastAppealDay: LocalDate | null
	} | null
	/** Why nobody grants it alone, without reasons; null when nothing stands against that. */
	obstacle: GrantObstacle | null
	/** An officer linked it to a prisoner other than the one who was typed. */
	linkedByHand: boolean
}

export type OfficerApplicationAction = 'set-checks' | 'unlink' | 'decide' | 'approve' | 'answer-appeal'
export type ApplicantAction = 'withdraw' | 'open-letter' | 'appeal'

/** What an officer may do with an application now: the buttons, which the service asks again. */
export function availableToOfficer(
	application: ApplicationFacts,
	officer: { id: string; roles: readonly Role[] },
): OfficerApplicationAction[] {
	const { state, parties, decision, obstacle, linkedByHand } = application
	const actions: OfficerApplicationAction[] = []
	if (isUndecided(state) && decision === null && hasPermission(officer.roles, 'screen-applications')) {
		actions.push('set-checks')
		if (linkedByHand) actions.push('unlink')
	}
	if (!hasPermission(officer.roles, 'decide')) return actions
	const isOpen = state === 'ready' && decision === null && obstacle === null
	if (isOpen && !isRelated(officer.id, parties)) actions.push('decide')
	if (decision === null) return actions
	const { draftedBy } = decision
	if (decision.state === 'drafted' && mayApproveAsSecond(officer.id, draftedBy, parties)) actions.push('approve')
	const isAppealed = decision.state === 'appealed' || decision.state === 'forwarded'
	if (isAppealed && mayAnswerAppeal(officer.id, decision, parties)) actions.push('answer-appeal')
	return actions
}

/** What the applicant may do now. After the last day to appeal, a late appeal goes to an officer. */
export function availableToApplicant(
	{ state, decision }: Pick<ApplicationFacts, 'state' | 'decision'>,
	today: LocalDate,
): ApplicantAction[] {
	const actions: ApplicantAction[] = []
	if (isUndecided(state)) actions.push('withdraw')
	if (decision === null || decision.state === 'drafted' || decision.state === 'approved') return actions
	actions.push('open-letter')
	const isAppealable = decision.state === 'sent' || decision.state === 'opened'
	if (isAppealable && decision.lastAppealDay !== null && today <= decision.lastAppealDay) actions.push('appeal')
	return actions
}
