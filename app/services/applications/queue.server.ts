import { rolesIn } from '#app/domain/access/roles.ts'
import type { CheckKind } from '#app/domain/applications/application.ts'
import { availableToOfficer, type OfficerApplicationAction } from '#app/domain/applications/available-actions.ts'
import { listEntries } from '#app/domain/permits/visitor-list.ts'
import {
	type ApplicationCase,
	selectCase,
	selectLatestDecision,
	selectListed,
	selectOpenCases,
	selectRelatedOfficers,
} from '#db/queries/applications/read.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type CaseCheck, checksOfCase, type Match, matchOf } from './case.server.ts'

export interface QueuedCase extends ApplicationCase {
	match: Match
	missing: CheckKind[]
}

/** Cases shown at once. */
const page = 100

/** The open applications of the officer's facility, the oldest first, each matched to the register. Looking is logged. */
export async function applicationQueue(ctx: Ctx): Promise<QueuedCase[]> {
	const facilityId = facilityOf(ctx)
	requireOfficer(ctx, 'see-applications', facilityId)
	const cases = await selectOpenCases(ctx.db, facilityId, page)
	const queue: QueuedCase[] = []
	for (const one of cases) {
		const { missing } = await checksOfCase(ctx.db, one, ctx.now)
		queue.push({ ...one, match: matchOf(one), missing })
	}
	await audited(ctx.db, ctx, {
		action: 'application.list',
		subjectKind: 'facility',
		subjectId: facilityId,
		detail: { shown: queue.length },
	})
	return queue
}

export interface CaseDetails extends QueuedCase {
	checks: CaseCheck[]
	actions: OfficerApplicationAction[]
	/** Entries taken on the prisoner's list, and how many it has; null when it is matched to nobody. */
	list: { taken: number; max: number } | null
	targetDays: number
}

/** One application as the officers work on it. Looking is logged. @throws ServiceError `not-found`, `not-allowed` */
export async function applicationCase(ctx: Ctx, ref: string): Promise<CaseDetails> {
	const one = await selectCase(ctx.db, { ref })
	if (!one) throw new ServiceError('not-found', 'There is no such application')
	const own = facilityOf(ctx)
	// An application that is matched to another prison's prisoner does not exist for this one.
	if (one.prisoner && one.prisoner.facilityId !== own)
		throw new ServiceError('not-found', 'There is no such application')
	const { officerId, grants } = requireOfficer(ctx, 'see-applications', own)
	const { checks, missing, policy } = await checksOfCase(ctx.db, one, ctx.now)
	const latest = await selectLatestDecision(ctx.db, one.application.id)
	const relatedOfficerIds = await selectRelatedOfficers(ctx.db, [
		one.application.visitorId,
		one.application.applicantId,
	])
	const listed = one.prisoner ? await selectListed(ctx.db, one.prisoner.id) : null
	await audited(ctx.db, ctx, {
		action: 'application.view',
		subjectKind: 'application',
		subjectId: one.application.id,
		detail: { visitor: one.application.visitorId, prisoner: one.prisoner?.id ?? null },
	})
	const decision = latest && { state: latest.state, decidedBy: latest.draftedBy, lastAppealDay: latest.appealUntil }
	const facts = { state: one.application.state, parties: [{ relatedOfficerIds }], decision }
	return {
		...one,
		match: matchOf(one),
		checks,
		missing,
		actions: availableToOfficer(facts, { id: officerId, roles: rolesIn(grants, own) }),
		list: listed && { taken: listEntries(listed), max: policy.visitorListMax },
		targetDays: policy.applicationTargetDays,
	}
}

function facilityOf(ctx: Ctx): string {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return ctx.actor.facilityId
}
