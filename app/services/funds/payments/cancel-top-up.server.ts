import type { Payments } from '#app/integrations/payments.server.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { transaction } from '../../transaction.server.ts'
import { timeoutAsBusy } from './internal.server.ts'
import { abandonTopUp, settlePayment } from './settle-payment.server.ts'

/**
 * A payer gives up a payment: its page is closed, so that it no longer counts in the week. What was paid before that stays paid,
 * and is answered so.
 *
 * @throws ServiceError `not-found`, also for another's; `wrong-state` (the portal takes no payments); `busy` (Stripe cannot be
 * reached)
 */
export async function cancelTopUp(ctx: Ctx & ServiceDeps, ref: string): Promise<TopUpRow> {
	const { visitorId } = requireVisitor(ctx)
	const topUp = await selectTopUp(ctx.db, { ref })
	if (!topUp || topUp.payerId !== visitorId) throw new ServiceError('not-found', 'There is no such top-up')
	if (topUp.state !== 'started') return topUp
	if (!ctx.payments) throw new ServiceError('wrong-state', 'The portal takes no payments')
	return giveUp(ctx, topUp, ctx.payments)
}

async function giveUp(ctx: Ctx, { id, checkoutId }: TopUpRow, payments: Payments): Promise<TopUpRow> {
	// Nobody was ever shown its page.
	if (checkoutId === null) return transaction(ctx.db, async (tx) => abandonTopUp(tx, ctx, await lockTopUp(tx, id)))
	await timeoutAsBusy(payments.closeCheckout(checkoutId))
	const reported = await timeoutAsBusy(payments.payment(checkoutId))
	return transaction(ctx.db, (tx) => settlePayment(tx, ctx, id, reported, payments.live))
}
