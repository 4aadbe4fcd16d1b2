import { type FacilityName, selectFacilitiesOf } from '#db/queries/facilities.ts'
import type { OfficerActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** Where the signed-in officer has a role. */
export function myFacilities(ctx: Ctx & { actor: OfficerActor }): Promise<FacilityName[]> {
	return selectFacilitiesOf(ctx.db, ctx.actor.grants)
}
