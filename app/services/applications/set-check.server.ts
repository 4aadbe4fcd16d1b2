import { type CheckKind, type CheckOutcome, isUndecided } from '#app/domain/applications/application.ts'
import { listIsFull } from '#app/domain/permits/visitor-list.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockApplication, selectCase, selectListed } from '#db/queries/applications/read.ts'
import { type ApplicationRow, updateApplication, upsertCheck } from '#db/queries/applications/write.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type CaseCheck, checksOfCase, isMatched, seenOf } from './case.server.ts'
import { applicationConflict, lastActOnApplication } from './conflict.server.ts'
import { matchedToNobody } from './matched-to-nobody.server.ts'

export interface SetCheckInput {
	application: { id: string } | { ref: string }
	check: CheckKind
	outcome: Exclude<CheckOutcome, 'open'>
	/** What the page showed of the check (`seenOf`); left out, it is set whatever it is now. */
	seen?: string
}

export type SetCheckOutcome =
	| { ok: true; application: ApplicationRow; missing: CheckKind[] }
	| { ok: false; code: 'list-full' }

/**
 * An officer answers one check of an application. The first one links it to the prisoner it is matched to. While the
 * prisoner's list is full the consent cannot be clear (forskrift om straffegjennomføring § 3-28): `list-full`. An answer that is
 * there already changes nothing; one that changed since the page was shown is not overwritten.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (decided, not matched yet, a check that is not asked for, or
 * changed by somebody else)
 */
export async function setCheck(ctx: Ctx, input: SetCheckInput): Promise<SetCheckOutcome> {
	return transaction(ctx.db, async (tx) => {
		await lockApplication(tx, input.application)
		const found = await selectCase(tx, input.application)
		if (!found) throw new ServiceError('not-found', 'There is no such application')
		const { application, prisoner } = found
		if (!prisoner || !isMatched(found)) throw await matchedToNobody(tx, ctx, 'screen-applications', application)
		const { officerId } = requireOfficer(ctx, 'screen-applications', prisoner.facilityId)
		if (!isUndecided(application.state)) {
			const act = await lastActOnApplication(tx, application, [
				'application.decide',
				'application.grant',
				'application.withdraw',
			])
			throw await applicationConflict(tx, ctx, application, act)
		}
		const before = await checksOfCase(tx, found, ctx.now)
		const current = before.checks.find((check) => check.kind === input.check)
		if (!current) throw new ServiceError('wrong-state', 'That check is not asked for')
		const isSeen = input.seen === undefined || input.seen === seenOf(current, prisoner.ref)
		if (current.outcome === input.outcome && (isSeen || current.setBy === officerId))
			return { ok: true, application, missing: before.missing }
		if (!isSeen) throw await changedMeanwhile(tx, ctx, application, current)

		if (input.check === 'prisoner-consent' && input.outcome === 'clear') {
			// Two consents at once must not both take the list's last entry.
			await lockPrisoners(tx, [prisoner.id])
			const listed = await selectListed(tx, prisoner.id)
			const { visitorId, relationship, track } = application
			if (listIsFull(listed, { visitorId, relationship, track }, before.policy)) return { ok: false, code: 'list-full' }
		}
		await upsertCheck(tx, {
			applicationId: application.id,
			kind: input.check,
			outcome: input.outcome,
			setBy: officerId,
			setAt: ctx.now,
		})
		const { missing, state } = await checksOfCase(tx, found, ctx.now)
		const changed = await updateApplication(tx, application, ['received', 'ready'], { state, prisonerId: prisoner.id })
		if (!changed) throw new ServiceError('wrong-state', 'It has changed meanwhile')
		await writeAudit(tx, ctx, {
			action: 'application.check',
			facilityId: prisoner.facilityId,
			subjectKind: 'application',
			subjectId: application.id,
			detail: { check: input.check, outcome: input.outcome },
		})
		return { ok: true, application: changed, missing }
	})
}

/** Who set the check after the page was shown, or moved the application to another prisoner. */
async function changedMeanwhile(
	tx: DbOrTx,
	ctx: Ctx,
	application: ApplicationRow,
	{ setBy, setAt }: CaseCheck,
): Promise<ServiceError> {
	const subject = { kind: 'application', ref: application.ref } as const
	if (setBy !== null)
		return wrongState(tx, ctx, {
			what: 'application-check-set',
			by: { kind: 'officer', id: setBy },
			at: setAt,
			subject,
		})
	const act = await lastActOnApplication(tx, application, ['application.link', 'application.unlink'])
	return applicationConflict(tx, ctx, application, act)
}
