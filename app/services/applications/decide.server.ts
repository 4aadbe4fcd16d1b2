import { isUndecided } from '#app/domain/applications/application.ts'
import { recheckDueDate } from '#app/domain/applications/checks.ts'
import { plainGrantObstacle } from '#app/domain/applications/plain-grant.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { isRelated } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	lockApplication,
	selectCase,
	selectLatestDecision,
	selectRelatedOfficers,
} from '#db/queries/applications/read.ts'
import { type ApplicationRow, grantPermit, insertDecision, updateApplication } from '#db/queries/applications/write.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import type { decision } from '#db/schema/index.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { checksOfCase } from './case.server.ts'
import { applicationConflict, lastActOnApplication } from './conflict.server.ts'
import { matchedToNobody } from './matched-to-nobody.server.ts'

export interface GrantInput {
	application: { id: string } | { ref: string }
	/** The application's version as the page showed it; left out, it is granted as it is now. */
	version?: number
}

export interface Granted {
	application: ApplicationRow
	decision: typeof decision.$inferSelect
}

/** Over a check that speaks against it, and where the facility asks for two officers, a grant needs these. */
const needed = ['rule', 'facts', 'second-officer'] as const

/**
 * Grants an application without limits, when every check is clear. The permit is there and the letter is sent at once. Granted
 * by the same officer before, it stays as it is.
 *
 * @throws ServiceError `not-found`, `not-allowed` (not a decision-maker there, or related to a party: forvaltningsloven § 6),
 * `wrong-state` (checks still open, decided already, or changed since the page was shown), `incomplete` (a check speaks against
 * it, or the facility asks for two officers)
 */
export async function grantApplication(ctx: Ctx, input: GrantInput): Promise<Granted> {
	return transaction(ctx.db, async (tx) => {
		await lockApplication(tx, input.application)
		const found = await selectCase(tx, input.application)
		if (!found) throw new ServiceError('not-found', 'There is no such application')
		const { application, prisoner, visitor } = found
		if (!prisoner) throw await matchedToNobody(tx, ctx, 'decide', application)
		const { officerId } = requireOfficer(ctx, 'decide', prisoner.facilityId)
		const related = await selectRelatedOfficers(tx, [application.visitorId, application.applicantId])
		if (isRelated(officerId, [{ relatedOfficerIds: related }]))
			throw new ServiceError('not-allowed', 'Nobody decides about their own')
		const granted = await grantedBefore(tx, ctx, application)
		if (granted) return granted
		await lockPrisoners(tx, [prisoner.id])
		await lockVisitors(tx, [visitor.id])
		const { checks, policy } = await checksOfCase(tx, found, ctx.now)
		if (input.version !== undefined && input.version !== application.version)
			throw await applicationConflict(tx, ctx, application, await lastActOnApplication(tx, application, preparing))
		const obstacle = plainGrantObstacle(checks, policy)
		if (obstacle !== null && obstacle !== 'checks-open' && application.state === 'ready')
			throw new ServiceError('incomplete', `Not granted by one officer without reasons: ${obstacle}`, needed)
		if (application.state !== 'ready' || obstacle !== null)
			throw new ServiceError('wrong-state', `It is ${application.state}, ${obstacle ?? 'every check clear'}`)

		const decided = await updateApplication(tx, application, ['ready'], { state: 'granted', decidedAt: ctx.now })
		if (!decided) throw new ServiceError('wrong-state', 'It has changed meanwhile')
		const decision = await insertDecision(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			applicationId: application.id,
			outcome: 'granted',
			state: 'sent',
			draftedBy: officerId,
			draftedAt: ctx.now,
			sentAt: ctx.now,
		})
		const { track, officialKind, relationship } = application
		const today = localDate(ctx.now)
		await grantPermit(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			visitorId: application.visitorId,
			prisonerId: prisoner.id,
			decisionId: decision.id,
			state: 'active',
			controls: [],
			channels: ['visit', 'phone'],
			relationship,
			track,
			officialKind,
			guardianConsent: checks.some((check) => check.kind === 'guardian-consent' && check.outcome === 'clear'),
			validFrom: today,
			validTo: null,
			recheckDue: recheckDueDate({ track, officialKind, securityLevel: prisoner.securityLevel, policy, from: today }),
		})
		await writeAudit(tx, ctx, {
			action: 'application.grant',
			facilityId: prisoner.facilityId,
			subjectKind: 'application',
			subjectId: application.id,
		})
		await queueMessages(tx, [
			{
				kind: 'decision-ready',
				toVisitorId: application.applicantId,
				applicationId: application.id,
				queuedAt: ctx.now,
			},
		])
		return { application: decided, decision }
	})
}

/** What may have changed on an undecided application since a page showed it. */
const preparing = ['application.check', 'application.link', 'application.unlink'] as const

/** What the same officer granted before; null while it is undecided. @throws ServiceError `wrong-state`, decided otherwise */
async function grantedBefore(tx: DbOrTx, ctx: Ctx, application: ApplicationRow): Promise<Granted | null> {
	if (isUndecided(application.state)) return null
	const act = await lastActOnApplication(tx, application, ['application.grant', 'application.withdraw'])
	const decision = await selectLatestDecision(tx, application.id)
	if (decision && isRepeatBy(ctx, act?.by ?? null) && application.state === 'granted') return { application, decision }
	throw await applicationConflict(tx, ctx, application, act)
}
