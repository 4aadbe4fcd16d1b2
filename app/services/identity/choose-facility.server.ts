import { selectFacilitiesOf } from '#db/queries/facilities.ts'
import { setSessionFacility } from '#db/queries/identity/web-sessions.ts'
import { writeAudit } from '../audit.server.ts'
import type { OfficerActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

/** The officer goes on in another of the facilities where they have a role. */
export async function chooseFacility(
	ctx: Ctx & { actor: OfficerActor },
	input: { slug: string; token: string },
): Promise<void> {
	const facilities = await selectFacilitiesOf(ctx.db, ctx.actor.grants)
	const chosen = facilities.find((facility) => facility.slug === input.slug)
	if (!chosen) throw new ServiceError('not-found', 'No facility of this officer')
	await transaction(ctx.db, async (tx) => {
		if (!(await setSessionFacility(tx, input.token, chosen.id))) return
		await writeAudit(tx, ctx, {
			action: 'facility.choose',
			facilityId: chosen.id,
			subjectKind: 'officer',
			subjectId: ctx.actor.officerId,
		})
	})
}
