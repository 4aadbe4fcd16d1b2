import { type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import { lockTopUp, type TopUpRow, takeDueForPolling } from '#db/queries/funds/top-ups.ts'
import type { Ctx } from '../../context.ts'
import { transaction } from '../../transaction.server.ts'
import { abandonTopUp, settlePayment } from './settle-payment.server.ts'

const batch = 10
const againMs = 30 * 60_000

/**
 * Asks Stripe what became of top-ups that nothing was heard of: closes pages that are past their time, books what was paid, and
 * gives up the rest. Returns how many it dealt with. Where no answer comes, nothing more is asked now, and it answers 0: each would
 * be waited for as long.
 */
export async function pollPendingPayments(ctx: Ctx, payments: Payments): Promise<number> {
	const taken = await takeDueForPolling(ctx.db, ctx.now, new Date(ctx.now.getTime() + againMs), batch)
	for (const topUp of taken) {
		try {
			await pollPayment(ctx, payments, topUp)
		} catch (error) {
			// Looked at again later.
			if (!(error instanceof PaymentsError)) throw error
			if (!error.refused) return 0
		}
	}
	return taken.length
}

async function pollPayment(ctx: Ctx, payments: Payments, { id, checkoutId }: TopUpRow): Promise<void> {
	if (checkoutId === null) {
		// Nobody was ever shown its page.
		await transaction(ctx.db, async (tx) => abandonTopUp(tx, ctx, await lockTopUp(tx, id)))
		return
	}
	await payments.closeCheckout(checkoutId)
	const reported = await payments.payment(checkoutId)
	await transaction(ctx.db, (tx) => settlePayment(tx, ctx, id, reported, payments.live))
}
