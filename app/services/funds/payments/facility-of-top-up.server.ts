import type { DbOrTx } from '#db/client.server.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import type { Ctx } from '../../context.ts'

/**
 * Whose a top-up is among the facilities: money follows the prisoner, so it is where the prisoner is now. null for an officer of
 * another: for them it does not exist.
 */
export async function facilityOfTopUp(db: DbOrTx, ctx: Ctx, topUp: TopUpRow): Promise<string | null> {
	const prisoner = await selectPrisoner(db, { id: topUp.prisonerId })
	if (ctx.actor.kind !== 'officer' || !prisoner) return null
	return prisoner.facilityId === ctx.actor.facilityId ? prisoner.facilityId : null
}

/** Where the prisoner of a top-up is now: whose log it stands in what is done with the funds. The prisoner's money must be locked. */
export async function facilityNow(tx: DbOrTx, topUp: TopUpRow): Promise<string> {
	const prisoner = await selectPrisoner(tx, { id: topUp.prisonerId })
	if (!prisoner) throw new Error('There is no such prisoner')
	return prisoner.facilityId
}
