import { isUndecided } from '#app/domain/applications/application.ts'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import {
	applicationOutcomes,
	type DecisionKind,
	needsSecondOfficer,
	permitOutcomes,
} from '#app/domain/decisions/kinds.ts'
import type { DraftText } from '#app/domain/decisions/missing-in-draft.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type DecisionRow, selectDecisionsAbout } from '#db/queries/decisions/decisions.ts'
import { applicationConflict, lastActOnApplication } from '../applications/conflict.server.ts'
import { requireAnyOfficer } from '../authorise.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { keepDraft, standsAgainstChecks } from './draft.server.ts'
import { putInPlace } from './put-in-place.server.ts'
import { sendDecision } from './send.server.ts'
import { lockSubject, type Subject, type SubjectKey } from './subject.server.ts'

export interface DecideInput {
	subject: SubjectKey
	outcome: Exclude<DecisionKind, 'appeal-dismissed'>
	/** All that the permit then has of its own. */
	controls?: readonly Control[]
	rule?: string
	facts?: string
	/** Why each lesser control is not enough. */
	lesserControls?: DraftText['lesserControls']
	/** By visitor id: each affected child's best interests. */
	children?: Readonly<Record<string, string>>
	/** The last day of a ban or of a suspension. */
	until?: LocalDate | null
	/** It takes effect at once, where safety cannot wait for the hearing. */
	interim?: boolean
	/** The application's version as the page showed it; left out, it is decided as it is now. */
	version?: number
	/** Only where no second officer is needed; `incomplete` where one is. */
	alone?: boolean
}

/** Over a check that speaks against it, and where the facility asks for two officers, a grant needs these. */
const neededOfTwo = ['rule', 'facts', 'second-officer'] as const

/**
 * Puts a decision forward. What needs no second officer is sent at once; else the text is kept until another officer approves just
 * that. An interim measure takes effect as it is put forward. The same officer's same text again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no decision-maker there, related to a party, or decided it before it was
 * reversed), `incomplete` (names what is missing in the draft), `wrong-state` (a check is open, decided already, another's draft)
 */
export async function decide(ctx: Ctx, input: DecideInput): Promise<DecisionRow> {
	return transaction(ctx.db, async (tx) => {
		const { officerId } = requireAnyOfficer(ctx)
		const subject = await lockSubject(tx, ctx, input.subject, 'decide')
		const past = await selectDecisionsAbout(tx, subject.of)
		requireAnother(officerId, past)
		requireFitting(subject, input)
		const before = await decidedBefore(tx, ctx, subject, past, input.outcome)
		if (before) return before
		await requireUnchanged(tx, ctx, subject, input.version)
		const isAgainstChecks = await standsAgainstChecks(tx, ctx, subject)
		const isForTwo = needsSecondOfficer(input.outcome, subject.policy, { isAgainstChecks })
		if (isForTwo && input.alone) throw new ServiceError('incomplete', 'It takes a second officer', neededOfTwo)
		const { decision, isNew } = await keepDraft(tx, ctx, subject, textOf(input), { officerId, isAgainstChecks })
		if (!isNew) return decision
		if (!isForTwo) return sendDecision(tx, ctx, subject, decision, null)
		return decision.interim ? putInPlace(tx, ctx, subject, decision) : decision
	})
}

function textOf(input: DecideInput): DraftText {
	const { outcome, controls = [], rule = '', facts = '', lesserControls = {}, children = {}, until = null } = input
	const isInterim = input.interim ?? false
	return { kind: outcome, controls, rule, facts, lesserControls, children, until, interim: isInterim }
}

/** A case whose decision was reversed or annulled is for another officer. @throws ServiceError `not-allowed` */
function requireAnother(officerId: string, past: readonly DecisionRow[]): void {
	const overturned = past.filter(
		({ applicationId, endedAt, interim }) => applicationId !== null && endedAt !== null && !interim,
	)
	if (overturned.some(({ draftedBy, approvedBy }) => draftedBy === officerId || approvedBy === officerId))
		throw new ServiceError('not-allowed', 'A reversed decision is for another officer')
}

/** Each subject has its own outcomes, and an application no interim measures, nor has a suspended permit. @throws ServiceError `wrong-state` */
function requireFitting({ application, permit }: Subject, { outcome, interim = false }: DecideInput): void {
	const fitting: readonly DecisionKind[] = application ? applicationOutcomes : permit ? permitOutcomes : ['banned']
	if (!fitting.includes(outcome) || (interim && application))
		throw new ServiceError('wrong-state', `That cannot be decided here: ${outcome}`)
	const isOver = permit?.state === 'ended' || (interim && permit?.state === 'suspended')
	if (isOver) throw new ServiceError('wrong-state', `Permit is ${permit.state}`)
}

/** What the same officer decided of an application before; null while it is undecided. @throws ServiceError `wrong-state`, decided otherwise */
async function decidedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	{ application: found }: Subject,
	past: readonly DecisionRow[],
	outcome: DecisionKind,
): Promise<DecisionRow | null> {
	if (!found || isUndecided(found.application.state)) return null
	const act = await lastActOnApplication(tx, found.application, [
		'application.grant',
		'application.decide',
		'application.withdraw',
	])
	const [latest] = past
	const isSame = latest?.outcome === outcome && found.application.state === outcome
	if (latest && isSame && isRepeatBy(ctx, { kind: 'officer', id: latest.draftedBy })) return latest
	throw await applicationConflict(tx, ctx, found.application, act)
}

/** What may have changed on an undecided application since a page showed it. */
const preparing = ['application.check', 'application.link', 'application.unlink'] as const

async function requireUnchanged(
	tx: DbOrTx,
	ctx: Ctx,
	{ application: found }: Subject,
	version?: number,
): Promise<void> {
	if (!found || version === undefined || version === found.application.version) return
	const act = await lastActOnApplication(tx, found.application, preparing)
	throw await applicationConflict(tx, ctx, found.application, act)
}
