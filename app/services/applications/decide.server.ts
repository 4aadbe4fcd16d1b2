import { recheckDueDate } from '#app/domain/applications/checks.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { isRelated } from '#app/domain/restrictions/conflict-of-interest.ts'
import { newId, newRef } from '#db/ids.ts'
import { selectCase, selectRelatedOfficers } from '#db/queries/applications/read.ts'
import { type ApplicationRow, grantPermit, insertDecision, updateApplication } from '#db/queries/applications/write.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { queueMessages } from '#db/queries/messages.ts'
import type { decision } from '#db/schema/index.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { checksOfCase } from './case.server.ts'

export interface GrantInput {
	application: { id: string } | { ref: string }
}

export interface Granted {
	application: ApplicationRow
	decision: typeof decision.$inferSelect
}

/**
 * Grants an application without limits, once every check has an answer. The permit is there and the letter is sent at once.
 *
 * @throws ServiceError `not-found`, `not-allowed` (not a decision-maker there, or related to a party: forvaltningsloven § 6),
 * `wrong-state` (checks still open, decided already, or the facility asks for two officers)
 */
export async function grantApplication(ctx: Ctx, input: GrantInput): Promise<Granted> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectCase(tx, input.application)
		if (!found?.prisoner) throw new ServiceError('not-found', 'There is no such application')
		const { application, prisoner, visitor } = found
		const { officerId } = requireOfficer(ctx, 'decide', prisoner.facilityId)
		const related = await selectRelatedOfficers(tx, [application.visitorId, application.applicantId])
		if (isRelated(officerId, [{ relatedOfficerIds: related }]))
			throw new ServiceError('not-allowed', 'Nobody decides about their own')
		await lockPrisoners(tx, [prisoner.id])
		await lockVisitors(tx, [visitor.id])
		const { checks, policy } = await checksOfCase(tx, found, ctx.now)
		if (application.state !== 'ready') throw new ServiceError('wrong-state', `It is ${application.state}`)
		if (policy.fourEyes.includes('granted')) throw new ServiceError('wrong-state', 'A second officer is asked for here')

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
		await audited(tx, ctx, {
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
