import { addDays, instantOf, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { TopUpRuleInput } from '#app/domain/funds/rule-input.ts'
import { stateOf } from '#app/domain/funds/top-up.ts'
import { type PaymentState, type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectTopUpFacts } from '#db/queries/funds/facts.ts'
import type { BookedMovement } from '#db/queries/funds/reconciliations.ts'
import { type TopUpChange, type TopUpRow, updateTopUp } from '#db/queries/funds/top-ups.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'

/** Writes a change of a top-up, which must be locked, together with the state that follows from it. */
export async function changeTopUp(tx: DbOrTx, topUp: TopUpRow, change: Omit<TopUpChange, 'state'>): Promise<TopUpRow> {
	return updateTopUp(tx, topUp.id, { ...change, state: stateOf({ ...topUp, ...change }) })
}

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

/** Whether Stripe has something as it stands in the books, by its name and its amount; nothing booked is nothing that stands there. */
export async function isAtStripe(payments: Payments, booked: BookedMovement): Promise<boolean> {
	const reported = booked.checkoutId === null ? null : await paymentIfKnown(payments, booked.checkoutId)
	if (!reported) return false
	if (booked.kind === 'charge')
		return reported.chargeId === booked.sourceId && reported.paid && reported.ore === booked.ore
	const standing =
		booked.kind === 'refund'
			? reported.refunds.filter(({ state }) => state !== 'failed')
			: reported.disputes.filter(({ state }) => state !== 'won')
	return -(standing.find(({ id }) => id === booked.sourceId)?.ore ?? 0) === booked.ore
}

/** Where a payment stands; null for one that Stripe says it never had. @throws PaymentsError when it cannot be asked */
export function paymentIfKnown(payments: Payments, checkoutId: string): Promise<PaymentState | null> {
	return ifKnown(payments.payment(checkoutId))
}

/** What Stripe says; null where it says that there is no such thing. @throws PaymentsError when it cannot be asked */
export async function ifKnown<T>(asking: Promise<T>): Promise<T | null> {
	try {
		return await asking
	} catch (error) {
		if (error instanceof PaymentsError && error.refused) return null
		throw error
	}
}

/** Asks Stripe in somebody's stead: where nothing is known of the answer, they may ask again. @throws ServiceError `busy` */
export async function timeoutAsBusy<T>(asking: Promise<T>): Promise<T> {
	try {
		return await asking
	} catch (error) {
		if (error instanceof PaymentsError && !error.refused) throw new ServiceError('busy', error.message)
		throw error
	}
}

/** So many that fail are no fault of their own: something is away that all need, and each would wait for it in vain. */
const mostFailures = 3

/**
 * Does a use case for each of a batch until one returns false. One that fails keeps none of the others from it: what failed is thrown
 * once the others are through, or at the third. Returns whether all were done.
 */
export async function processBatch<T>(batch: readonly T[], call: (one: T) => Promise<boolean>): Promise<boolean> {
	const failures: unknown[] = []
	let goesOn = true
	for (const one of batch) {
		try {
			goesOn = await call(one)
		} catch (error) {
			failures.push(error)
		}
		if (!goesOn || failures.length === mostFailures) break
	}
	if (failures.length > 0) throw new AggregateError(failures, 'Some of a batch failed')
	return goesOn
}

/** When something outside is asked again after so many tries: 1, 2, 4 … minutes on, never more than an hour. */
export function retryAt(tries: number, now: Date): Date {
	return new Date(now.getTime() + Math.min(2 ** Math.max(0, tries - 1), 60) * 60_000)
}
