import { addDays, instantOf, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { TopUpAsked } from '#app/domain/funds/asked.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectTopUpFacts } from '#db/queries/funds/facts.ts'
import { ServiceError } from '../errors.ts'

/**
 * Reads everything the rules of a top-up ask about. What is read stays true only with the prisoner's money locked.
 *
 * @throws ServiceError `not-found` when there is no such prisoner
 */
export async function readTopUpAsked(
	db: DbOrTx,
	ask: { payerId: string; prisonerId: string; ore: number; except?: string },
	now: Date,
): Promise<TopUpAsked> {
	// The week may have begun in the hour that the clock was put back.
	const since = instantOf(addDays(mondayOf(localDate(now)), -1), '00:00')
	const { payerId, prisonerId } = ask
	const facts = await selectTopUpFacts(db, { payerId, prisonerId, since, except: ask.except ?? null })
	if (!facts) throw new ServiceError('not-found', 'There is no such prisoner')
	return { ...facts, ore: ask.ore }
}
