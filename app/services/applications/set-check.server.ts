import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { listIsFull } from '#app/domain/permits/visitor-list.ts'
import { selectCase, selectListed } from '#db/queries/applications/read.ts'
import { type ApplicationRow, updateApplication, upsertCheck } from '#db/queries/applications/write.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { checksOfCase, matchOf } from './case.server.ts'

export interface SetCheckInput {
	application: { id: string } | { ref: string }
	check: CheckKind
	outcome: Exclude<CheckOutcome, 'open'>
}

export type SetCheckOutcome =
	| { ok: true; application: ApplicationRow; missing: CheckKind[] }
	| { ok: false; code: 'list-full' }

/**
 * An officer answers one check of an application. The first one links it to the prisoner it is matched to. While the
 * prisoner's list is full the consent cannot be clear (forskrift om straffegjennomføring § 3-28): `list-full`.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (decided, not matched yet, or a check that is not asked for)
 */
export async function setCheck(ctx: Ctx, input: SetCheckInput): Promise<SetCheckOutcome> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectCase(tx, input.application)
		if (!found) throw new ServiceError('not-found', 'There is no such application')
		const { application, prisoner } = found
		if (!prisoner || matchOf(found) !== 'matched')
			throw new ServiceError('wrong-state', 'It is matched to no prisoner yet')
		const { officerId } = requireOfficer(ctx, 'screen-applications', prisoner.facilityId)
		if (application.state !== 'received' && application.state !== 'ready')
			throw new ServiceError('wrong-state', `It is ${application.state}`)
		const before = await checksOfCase(tx, found, ctx.now)
		if (!before.checks.some((check) => check.kind === input.check))
			throw new ServiceError('wrong-state', 'That check is not asked for')

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
		await audited(tx, ctx, {
			action: 'application.check',
			facilityId: prisoner.facilityId,
			subjectKind: 'application',
			subjectId: application.id,
			detail: { check: input.check, outcome: input.outcome },
		})
		return { ok: true, application: changed, missing }
	})
}
