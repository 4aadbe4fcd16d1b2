import type { Ctx } from '../../context.ts'
import { type MyTopUpWithRefunds, topUpByRef } from './my-top-ups.server.ts'
import { type PaymentGateway, paymentGateway } from './payment-gateway.server.ts'
import { waitForOutcome } from './wait-for-outcome.server.ts'

/** How long after paying one sees to it that the phone system has it. What takes longer may take days. */
const creditedSoonMs = 2 * 60_000

/**
 * One of the visitor's own payments. While word of it is due, it waits for that, but no longer than a person does.
 *
 * @throws ServiceError `not-found`, also for another's
 */
export async function outcomeOfTopUp(
	ctx: Ctx,
	ref: string,
	connected: PaymentGateway | null = paymentGateway(),
	everyMs?: number,
): Promise<MyTopUpWithRefunds> {
	const topUp = await topUpByRef(ctx, ref)
	const { state, paidAt, otherwise } = topUp
	const isDue =
		(state === 'started' && !otherwise) ||
		(state === 'paid' && paidAt !== null && ctx.now.getTime() - paidAt.getTime() < creditedSoonMs)
	return isDue ? waitForOutcome(ctx, ref, connected, everyMs) : topUp
}
