import { type Role, rolesIn } from '#app/domain/access/roles.ts'
import type { CheckKind } from '#app/domain/applications/application.ts'
import { availableToOfficer, type OfficerApplicationAction } from '#app/domain/applications/available-actions.ts'
import { listEntries } from '#app/domain/permits/visitor-list.ts'
import type { DbOrTx } from '#db/client.server.ts'
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
import { type StatedPerson, statedPerson } from '../identity/stated-person.view-model.ts'
import { look } from '../look.server.ts'
import { type CaseCheck, checksOfCase, checksOfCases, type Match, matchOf } from './case.server.ts'

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
	return look(ctx, async (tx) => {
		const cases = await selectOpenCases(tx, facilityId, page)
		const checks = await checksOfCases(tx, cases, ctx.now)
		await audited(tx, ctx, {
			action: 'application.list',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: { shown: cases.length },
		})
		return cases.map((one, n) => ({ ...one, match: matchOf(one), missing: checks[n]?.missing ?? [] }))
	})
}

export interface CaseDetails extends QueuedCase {
	checks: CaseCheck[]
	actions: OfficerApplicationAction[]
	stated: StatedPerson
	/** Entries taken on the prisoner's list, and how many it has; null when it is matched to nobody. */
	list: { taken: number; max: number } | null
	targetDays: number
}

/** One application as the officers work on it. Looking is logged. @throws ServiceError `not-found`, `not-allowed` */
export function applicationCase(ctx: Ctx, ref: string): Promise<CaseDetails> {
	return look(ctx, async (tx) => {
		const one = await selectCase(tx, { ref })
		const own = facilityOf(ctx)
		// An application that is matched to another prison's prisoner does not exist for this one.
		if (!one || (one.prisoner && one.prisoner.facilityId !== own))
			throw new ServiceError('not-found', 'There is no such application')
		const officer = requireOfficer(ctx, 'see-applications', own)
		const { application, prisoner } = one
		await audited(tx, ctx, {
			action: 'application.view',
			subjectKind: 'application',
			subjectId: application.id,
			detail: { visitor: application.visitorId, prisoner: prisoner?.id ?? null },
		})
		const { checks, missing, policy } = await checksOfCase(tx, one, ctx.now)
		const listed = prisoner ? await selectListed(tx, prisoner.id) : null
		return {
			...one,
			match: matchOf(one),
			checks,
			missing,
			stated: statedPerson(one.visitor),
			actions: await actionsOn(tx, one, { id: officer.officerId, roles: rolesIn(officer.grants, own) }),
			list: listed && { taken: listEntries(listed), max: policy.visitorListMax },
			targetDays: policy.applicationTargetDays,
		}
	})
}

async function actionsOn(
	tx: DbOrTx,
	{ application }: ApplicationCase,
	officer: { id: string; roles: readonly Role[] },
): Promise<OfficerApplicationAction[]> {
	const latest = await selectLatestDecision(tx, application.id)
	const relatedOfficerIds = await selectRelatedOfficers(tx, [application.visitorId, application.applicantId])
	const decision = latest && { state: latest.state, decidedBy: latest.draftedBy, lastAppealDay: latest.appealUntil }
	return availableToOfficer({ state: application.state, parties: [{ relatedOfficerIds }], decision }, officer)
}

function facilityOf(ctx: Ctx): string {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return ctx.actor.facilityId
}
