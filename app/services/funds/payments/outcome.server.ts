import { type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import { selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { transaction } from '../../transaction.server.ts'
import { type MyTopUpWithRefunds, topUpByRef } from './my-top-ups.server.ts'
import { settlePayment } from './settle-payment.server.ts'

/** How long after paying one sees to it that the phone system has it. What takes longer may take days. */
const creditedSoonMs = 2 * 60_000

/**
 * One of the visitor's own payments. While word of it is due, it waits for that, but no longer than a person does.
 *
 * @throws ServiceError `not-found`, also for another's
 */
export async function outcomeOfTopUp(
	ctx: Ctx & ServiceDeps,
	ref: string,
	everyMs?: number,
): Promise<MyTopUpWithRefunds> {
	const topUp = await topUpByRef(ctx, ref)
	const { state, paidAt, otherwise } = topUp
	const isDue =
		(state === 'started' && !otherwise) ||
		(state === 'paid' && paidAt !== null && ctx.now.getTime() - paidAt.getTime() < creditedSoonMs)
	return isDue ? waitForOutcome(ctx, ref, everyMs) : topUp
}

/** Eight seconds in all: what a person waits on a page that has just come back from paying. */
const polls = 16
const pollMs = 500

/**
 * One of the visitor's own top-ups, once it is known what became of it: the webhook is mostly there before the payer is. Stripe is
 * asked once meanwhile, as any webhook would have it asked. What is not known in eight seconds is answered as it stands, also where
 * Stripe itself takes longer: what it then says is booked all the same.
 *
 * @throws ServiceError `not-found`, also for another's
 */
export async function waitForOutcome(
	ctx: Ctx & ServiceDeps,
	ref: string,
	everyMs: number = pollMs,
): Promise<MyTopUpWithRefunds> {
	const { visitorId } = requireVisitor(ctx)
	const until = performance.now() + polls * everyMs
	for (let poll = 0; ; poll++) {
		const topUp = await selectTopUp(ctx.db, { ref })
		if (!topUp || topUp.payerId !== visitorId) throw new ServiceError('not-found', 'There is no such top-up')
		const isKnown = topUp.state !== 'started' && topUp.state !== 'paid'
		const left = until - performance.now()
		if (isKnown || left <= 0) return topUpByRef(ctx, ref)
		// Should it fail after that, the webhook or the worker's own look at the page does it over.
		if (poll === 1 && ctx.payments && topUp.state === 'started')
			await Promise.race([askStripe(ctx, topUp, ctx.payments), pause(left)])
		await pause(Math.min(everyMs, left))
	}
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function askStripe(ctx: Ctx, { id, checkoutId }: TopUpRow, payments: Payments): Promise<void> {
	if (checkoutId === null) return
	try {
		const reported = await payments.payment(checkoutId)
		await transaction(ctx.db, (tx) => settlePayment(tx, ctx, id, reported, payments.live))
	} catch (error) {
		// The webhook comes all the same, and the page says so.
		if (!(error instanceof PaymentsError)) throw error
	}
}
