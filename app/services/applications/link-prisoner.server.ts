import { selectCase } from '#db/queries/applications/read.ts'
import { updateApplication } from '#db/queries/applications/write.ts'
import { selectPrisonerByNumber } from '#db/queries/prisoners.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { normalNumber } from './apply.server.ts'

/**
 * An officer says which prisoner an application is about, when number and name do not match by themselves.
 *
 * @throws ServiceError `not-found` (no such application, or no such prisoner in the officer's facility), `not-allowed`,
 * `wrong-state` (decided or withdrawn)
 */
export async function linkPrisoner(
	ctx: Ctx,
	input: { application: { id: string } | { ref: string }; number: string },
): Promise<void> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { facilityId } = requireOfficer(ctx, 'screen-applications', ctx.actor.facilityId)
	await transaction(ctx.db, async (tx) => {
		const found = await selectCase(tx, input.application)
		const prisoner = await selectPrisonerByNumber(tx, normalNumber(input.number))
		if (!found || (found.prisoner && found.prisoner.facilityId !== facilityId))
			throw new ServiceError('not-found', 'There is no such application')
		if (prisoner?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such prisoner here')
		const linked = await updateApplication(tx, found.application, ['received', 'ready'], { prisonerId: prisoner.id })
		if (!linked) throw new ServiceError('wrong-state', `It is ${found.application.state}`)
		await audited(tx, ctx, {
			action: 'application.link',
			subjectKind: 'application',
			subjectId: linked.id,
			detail: { prisoner: prisoner.id },
		})
	})
}
