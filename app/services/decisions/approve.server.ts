import { mayApproveAsSecond } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type DecisionRow, lockDecision } from '#db/queries/decisions/decisions.ts'
import type { Key } from '#db/queries/key.ts'
import { writeAudit } from '../audit.server.ts'
import { requireAnyOfficer } from '../authorise.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { lockDecided } from './lock-decided.server.ts'
import { sendDecision } from './send.server.ts'
import { appealedDecision, type Subject } from './subject.server.ts'

export interface ApproveInput {
	/** The decision, or the application whose draft it is. */
	decision: Key | { application: Key }
	/** The text's version as the page showed it; left out, it is approved as it is now. */
	version?: number
}

/**
 * A second officer approves exactly the text that is stored, and it is sent. Approved by the same officer before, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no decision-maker there, who drafted it, related to a party, or a dismissal by
 * who decided what is appealed), `wrong-state` (nothing to approve, approved by another, the text or the application has changed,
 * an interim measure has fallen away)
 */
export async function approveDecision(ctx: Ctx, input: ApproveInput): Promise<DecisionRow> {
	return transaction(ctx.db, async (tx) => {
		const { officerId } = requireAnyOfficer(ctx)
		const { decision: found, subject } = await lockDecided(tx, ctx, input.decision)
		const appealed = await appealedDecision(tx, found)
		const isOwn = !mayApproveAsSecond(officerId, found.draftedBy, [])
		const hasDecided = found.id !== appealed.id && [appealed.draftedBy, appealed.approvedBy].includes(officerId)
		if (isOwn || hasDecided) throw new ServiceError('not-allowed', 'The second officer is another person')
		const decision = await lockDecision(tx, found.id)
		if (decision.state !== 'drafted') return approvedBefore(tx, ctx, decision)
		await requireApprovable(tx, ctx, subject, decision, input.version)
		const sent = await sendDecision(tx, ctx, subject, decision, officerId)
		await writeAudit(tx, ctx, {
			action: 'decision.approve',
			facilityId: subject.facilityId,
			subjectKind: 'decision',
			subjectId: sent.id,
			detail: { version: sent.version },
		})
		return sent
	})
}

async function approvedBefore(tx: DbOrTx, ctx: Ctx, decision: DecisionRow): Promise<DecisionRow> {
	const by = { kind: 'officer', id: decision.approvedBy } as const
	if (decision.approvedBy !== null && decision.state === 'sent' && isRepeatBy(ctx, by)) return decision
	throw await wrongState(tx, ctx, { what: 'decision-sent', by, at: decision.sentAt })
}

async function requireApprovable(
	tx: DbOrTx,
	ctx: Ctx,
	{ application }: Subject,
	decision: DecisionRow,
	version: number | undefined,
): Promise<void> {
	const isOver = decision.endedAt !== null || (decision.approveBy !== null && decision.approveBy <= ctx.now)
	if (isOver)
		throw await wrongState(tx, ctx, { what: 'decision-ended', by: null, at: decision.endedAt ?? decision.approveBy })
	const isOtherText = version !== undefined && version !== decision.version
	const isOtherCase = application !== null && application.application.version !== decision.applicationVersion
	if (isOtherText || isOtherCase) {
		const by = { kind: 'officer', id: decision.draftedBy } as const
		throw await wrongState(tx, ctx, { what: 'decision-drafted', by, at: decision.draftedAt })
	}
}
