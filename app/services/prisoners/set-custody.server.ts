import type { Custody } from '#app/domain/prisoners/prisoner.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { Key } from '#db/queries/key.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'
import { type PrisonerChanged, type PrisonerEvent, recordEvents } from './record-events.server.ts'

const causesOf: Readonly<Record<Custody, readonly ReviewCause[]>> = {
	in: [],
	out: ['custody-out'],
	released: ['prisoner-released'],
}

/**
 * A prisoner is out (court, hospital, leave), is back in, or has been released. Every visit to come is under review until the
 * prisoner is `in` again, which ends those reviews by itself. The same custody again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed`
 */
export async function setCustody(ctx: Ctx, input: { prisoner: Key; custody: Custody }): Promise<PrisonerChanged> {
	return transaction(ctx.db, async (tx) => {
		const before = await prisonerUnderLock(tx, ctx, input.prisoner, 'register-events')
		return recordEvents(tx, ctx, before, custodyEvents(before, input.custody))
	})
}

/** The custody, where it is another than before, as one event. */
export function custodyEvents(before: PrisonerRow, custody: Custody): PrisonerEvent[] {
	if (before.custody === custody) return []
	const action = custody === 'released' ? 'prisoner.release' : 'prisoner.custody'
	return [{ action, detail: { custody }, change: { custody }, causes: causesOf[custody] }]
}
