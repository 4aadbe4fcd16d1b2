import { addDays, instantOf, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { TopUpRuleInput } from '#app/domain/funds/rule-input.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectTopUpFacts } from '#db/queries/funds/facts.ts'
import { ServiceError } from '../../errors.ts'

/**
 * Reads everything the rules of a top-up ask about. What is read stays true only with the prisoner's money locked.
 *
 * @throws ServiceError `not-found` when there is no such prisoner
 */
export async function readTopUpRuleInput(
	db: DbOrTx,
	request: { payerId: string; prisonerId: string; ore: number; except?: string },
	now: Date,
): Promise<TopUpRuleInput> {
	// The week may have begun in the hour that the clock was put back.
	const since = instantOf(addDays(mondayOf(localDate(now)), -1), '00:00')
	const { payerId, prisonerId } = request
	const facts = await selectTopUpFacts(db, { payerId, prisonerId, since, except: request.except ?? null })
	if (!facts) throw new ServiceError('not-found', 'There is no such prisoner')
	return { ...facts, ore: request.ore }
}
