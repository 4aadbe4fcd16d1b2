import { countWaiting } from '#db/queries/staff.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** What waits for the officers of a facility. */
export interface Waiting {
	applications: number
	requests: number
	reviews: number
}

export async function waitingCounts(ctx: Ctx): Promise<Waiting> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return countWaiting(ctx.db, ctx.actor.facilityId)
}
