import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { countFundsWaiting } from '#db/queries/funds/waiting.ts'
import { countWaiting } from '#db/queries/waiting-counts.ts'
import type { Ctx } from './context.ts'
import { ServiceError } from './errors.ts'

/** What waits for the officers of a facility. */
export interface Waiting {
	applications: number
	requests: number
	reviews: number
	/** Counted for those who see the money only. */
	funds?: number
}

export async function waitingCounts(ctx: Ctx): Promise<Waiting> {
	const { actor, db } = ctx
	if (actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const waiting = await countWaiting(db, actor.facilityId)
	if (!hasPermission(rolesIn(actor.grants, actor.facilityId), 'see-funds')) return waiting
	return { ...waiting, funds: await countFundsWaiting(db, actor.facilityId) }
}
