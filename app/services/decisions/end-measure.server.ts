import { localDate } from '#app/domain/calendar/oslo.ts'
import { permitHoldsOn } from '#app/domain/permits/permit.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { updateApplication } from '#db/queries/applications/write.ts'
import { type DecisionRow, updateDecision } from '#db/queries/decisions/decisions.ts'
import { type PermitRow, selectPermit, updatePermit } from '#db/queries/permits.ts'
import { endDatedOrder } from '#db/queries/restrictions.ts'
import { ban } from '#db/schema/index.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import type { Subject } from './subject.server.ts'

/** Why what a decision put in place ends. */
export type EndedBecause = 'answered' | 'replaced' | 'unapproved' | 'out-of-time'

/**
 * Ends at once what a decision put in place: the permit is what it was, the ban is over, the application is to be decided anew.
 * A measure that is not in force any more changes nothing but itself, nor does one of a permit that the next decision has
 * replaced. Its people are locked.
 */
export async function endMeasure(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	because: EndedBecause,
): Promise<DecisionRow> {
	const isInForce = decision.inForceAt !== null && decision.endedAt === null
	const isReplaced = because === 'replaced' && decision.outcome !== 'banned'
	if (isInForce && !isReplaced) await end(tx, ctx, subject, decision)
	await writeAudit(tx, ctx, {
		action: 'decision.end',
		facilityId: subject.facilityId,
		subjectKind: 'decision',
		subjectId: decision.id,
		detail: { because },
	})
	return updateDecision(tx, decision.id, { endedAt: decision.endedAt ?? ctx.now })
}

async function end(tx: DbOrTx, ctx: Ctx, subject: Subject, decision: DecisionRow): Promise<void> {
	switch (decision.outcome) {
		case 'refused':
			return reopenApplication(tx, ctx, subject)
		case 'granted':
			await changeGranted(tx, ctx, subject, { state: 'ended' })
			return reopenApplication(tx, ctx, subject)
		case 'granted-with-limits':
			// The limits end, the contact does not: an appeal leaves nobody worse off while the case is decided anew.
			await changeGranted(tx, ctx, subject, { controls: [] })
			return reopenApplication(tx, ctx, subject)
		case 'controls':
		case 'suspended':
		case 'withdrawn':
			return putBack(tx, ctx, subject, decision)
		case 'banned':
			return endBan(tx, ctx, subject, decision)
		case 'appeal-dismissed':
			return
	}
}

async function reopenApplication(tx: DbOrTx, ctx: Ctx, { application: found, facilityId }: Subject): Promise<void> {
	if (!found) throw new Error('A decision on an application names one')
	const { application } = found
	const decided = ['granted', 'granted-with-limits', 'refused'] as const
	const reopened = await updateApplication(tx, application, decided, { state: 'ready', decidedAt: null })
	if (!reopened) throw new Error('A decided application is reopened once')
	await writeAudit(tx, ctx, {
		action: 'application.reopen',
		facilityId,
		subjectKind: 'application',
		subjectId: application.id,
	})
}

async function changeGranted(
	tx: DbOrTx,
	ctx: Ctx,
	{ application: found, prisoner }: Subject,
	change: Partial<Pick<PermitRow, 'state' | 'controls'>>,
): Promise<void> {
	if (!found || !prisoner) throw new Error('A decision on an application names one')
	const permit = await selectPermit(tx, { visitorId: found.visitor.id, prisonerId: prisoner.id })
	if (permit) await write(tx, ctx, permit, prisoner.facilityId, change)
}

/** The permit becomes what it was, as far as nobody has changed it otherwise since and no other permit took its place. */
async function putBack(tx: DbOrTx, ctx: Ctx, { permit, prisoner }: Subject, decision: DecisionRow): Promise<void> {
	const before = decision.permitBefore
	if (!permit || !prisoner || before === null) throw new Error('A decision on a permit names one')
	if (decision.outcome === 'controls') {
		await write(tx, ctx, permit, prisoner.facilityId, { controls: before.controls })
		return
	}
	const became = decision.outcome === 'suspended' || decision.interim ? 'suspended' : 'ended'
	const current = await selectPermit(tx, { visitorId: permit.visitorId, prisonerId: permit.prisonerId })
	if (permit.state !== became || current?.id !== permit.id) return
	const isDue = before.state === 'active' && !permitHoldsOn({ ...permit, state: 'active' }, localDate(ctx.now))
	await write(tx, ctx, permit, prisoner.facilityId, { state: isDue ? 'lapsed' : before.state })
}

async function write(
	tx: DbOrTx,
	ctx: Ctx,
	{ id, prisonerId, visitorId }: PermitRow,
	facilityId: string,
	change: Partial<Pick<PermitRow, 'state' | 'controls'>>,
): Promise<void> {
	await updatePermit(tx, id, change)
	await writeAudit(tx, ctx, {
		action: 'permit.change',
		facilityId,
		subjectKind: 'permit',
		subjectId: id,
		detail: { fields: Object.keys(change) },
	})
	const causes: Cause[] = [{ cause: 'permit-changed', causeId: id }]
	await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })
}

async function endBan(tx: DbOrTx, ctx: Ctx, { visitor, facilityId }: Subject, { banId }: DecisionRow): Promise<void> {
	if (banId === null) throw new Error('A ban that is in force has a row')
	const by = ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
	if (!(await endDatedOrder(tx, ban, banId, { at: ctx.now, by, reason: null }))) return
	await writeAudit(tx, ctx, { action: 'ban.end', facilityId, subjectKind: 'ban', subjectId: banId })
	await openReviews(tx, ctx, { causes: [], scope: { visitorIds: [visitor.id] } })
}
