import { recheckDueDate } from '#app/domain/applications/checks.ts'
import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { type ApplicationRow, grantPermit, updateApplication } from '#db/queries/applications/write.ts'
import {
	type DecisionRow,
	lockDecision,
	type NewDecision,
	selectDecision,
	updateDecision,
} from '#db/queries/decisions/decisions.ts'
import { selectPermit, updatePermit } from '#db/queries/permits.ts'
import { insertBan } from '#db/queries/restrictions.ts'
import { checksOfCase } from '../applications/case.server.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import type { Subject } from './subject.server.ts'

/** What a decision changes of the row that tells of it. */
type InPlace = Pick<NewDecision, 'permitBefore' | 'banId'>

/**
 * Puts a decision in place: the application is decided, the permit granted or changed, the ban in force. Visits that it touches
 * come under review. Its people are locked. What `followed` (measures whose place it takes) had changed of the permit is
 * taken for what was before them. Returns the decision as it stands then.
 *
 * @throws ServiceError `wrong-state` (the application or the permit has changed meanwhile)
 */
export async function putInPlace(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	followed: readonly DecisionRow[] = [],
): Promise<DecisionRow> {
	const placed = await place(tx, ctx, subject, decision, followed)
	return updateDecision(tx, decision.id, { ...placed, inForceAt: ctx.now })
}

async function place(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	followed: readonly DecisionRow[],
): Promise<InPlace> {
	const before = followed.find(({ permitBefore }) => permitBefore !== null)?.permitBefore ?? null
	switch (decision.outcome) {
		case 'refused':
		case 'granted':
		case 'granted-with-limits':
			await decideApplication(tx, ctx, subject, decision, decision.outcome)
			return {}
		case 'controls':
			return changePermit(tx, ctx, subject, before, { controls: decision.controls })
		case 'suspended':
			return changePermit(tx, ctx, subject, before, { state: 'suspended' })
		case 'withdrawn':
			// An interim withdrawal can be put back: the permit is suspended until the decision after the hearing.
			return changePermit(tx, ctx, subject, before, { state: decision.interim ? 'suspended' : 'ended' })
		case 'banned':
			return banVisitor(tx, ctx, subject, decision)
		case 'appeal-dismissed':
			await dismiss(tx, decision)
			return {}
	}
}

/** The late appeal is dismissed, unless somebody took it up meanwhile. */
async function dismiss(tx: DbOrTx, { dismissesId }: DecisionRow): Promise<void> {
	if (dismissesId === null) throw new Error('A dismissal is about another decision')
	const { state } = await lockDecision(tx, dismissesId)
	if (state !== 'appealed-late') throw new ServiceError('wrong-state', `No late appeal waits: ${state}`)
	await updateDecision(tx, dismissesId, { state: 'dismissed' })
}

async function decideApplication(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	outcome: 'granted' | 'granted-with-limits' | 'refused',
): Promise<void> {
	const { application: found, prisoner } = subject
	if (!found || !prisoner) throw new Error('A decision on an application names one')
	const { application } = found
	const decided = await updateApplication(tx, application, ['ready'], { state: outcome, decidedAt: ctx.now })
	if (!decided) throw new ServiceError('wrong-state', `Application is ${application.state}`)
	await writeAudit(tx, ctx, {
		action: outcome === 'granted' ? 'application.grant' : 'application.decide',
		facilityId: prisoner.facilityId,
		subjectKind: 'application',
		subjectId: application.id,
	})
	if (outcome === 'refused') await endPermitOf(tx, ctx, subject, application)
	else await givePermit(tx, ctx, subject, decision, application)
}

/** A permit that this application was granted before, and that an overturned decision left in force, ends with a refusal. */
async function endPermitOf(tx: DbOrTx, ctx: Ctx, subject: Subject, application: ApplicationRow): Promise<void> {
	const { prisoner } = subject
	const permit = prisoner && (await selectPermit(tx, { visitorId: application.visitorId, prisonerId: prisoner.id }))
	if (!permit?.decisionId || permit.state === 'ended') return
	const granted = await selectDecision(tx, { id: permit.decisionId })
	if (granted?.applicationId === application.id)
		await changePermit(tx, ctx, { ...subject, permit }, null, { state: 'ended' })
}

async function givePermit(
	tx: DbOrTx,
	ctx: Ctx,
	{ application: found, prisoner, policy }: Subject,
	decision: DecisionRow,
	application: ApplicationRow,
): Promise<void> {
	if (!found || !prisoner) throw new Error('A grant names an application')
	const { checks } = await checksOfCase(tx, found, ctx.now)
	const { track, officialKind, relationship, visitorId } = application
	const today = localDate(ctx.now)
	await grantPermit(tx, {
		id: newId(ctx.now),
		ref: newRef(),
		visitorId,
		prisonerId: prisoner.id,
		decisionId: decision.id,
		state: 'active',
		controls: decision.controls,
		channels: ['visit', 'phone'],
		relationship,
		track,
		officialKind,
		guardianConsent: checks.some((check) => check.kind === 'guardian-consent' && check.outcome === 'clear'),
		validFrom: today,
		validTo: null,
		recheckDue: recheckDueDate({ track, officialKind, securityLevel: prisoner.securityLevel, policy, from: today }),
	})
}

async function changePermit(
	tx: DbOrTx,
	ctx: Ctx,
	{ permit, prisoner }: Subject,
	beforeInterim: DecisionRow['permitBefore'],
	change: Partial<Pick<NonNullable<Subject['permit']>, 'state' | 'controls'>>,
): Promise<InPlace> {
	if (!permit || !prisoner) throw new Error('A decision on a permit names one')
	const { id, prisonerId, visitorId, state, controls } = permit
	if (state === 'ended') throw new ServiceError('wrong-state', 'Permit has ended')
	const before = beforeInterim ?? { state, controls }
	await updatePermit(tx, id, { ...before, ...change })
	await writeAudit(tx, ctx, {
		action: 'permit.change',
		facilityId: prisoner.facilityId,
		subjectKind: 'permit',
		subjectId: id,
		detail: { fields: Object.keys(change) },
	})
	const causes: Cause[] = [{ cause: 'permit-changed', causeId: id }]
	await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })
	return { permitBefore: before }
}

async function banVisitor(
	tx: DbOrTx,
	ctx: Ctx,
	{ visitor, facilityId }: Subject,
	{ ref, until }: DecisionRow,
): Promise<InPlace> {
	if (until === null) throw new Error('A ban has an end')
	const toAt = instantOf(addDays(until, 1), '00:00')
	if (toAt <= ctx.now) throw new ServiceError('wrong-state', 'The last day of the ban is over')
	const ban = await insertBan(tx, {
		id: newId(ctx.now),
		ref: newRef(),
		visitorId: visitor.id,
		facilityId,
		fromAt: ctx.now,
		toAt,
		reason: `decision ${ref}`,
	})
	await writeAudit(tx, ctx, {
		action: 'ban.add',
		facilityId,
		subjectKind: 'ban',
		subjectId: ban.id,
		detail: { visitor: visitor.id },
	})
	const causes: Cause[] = [{ cause: 'visitor-banned', causeId: ban.id }]
	await openReviews(tx, ctx, { causes, scope: { visitorIds: [visitor.id] } })
	return { banId: ban.id }
}
