import type { EventSource } from '#app/domain/funds/states.ts'
import { countRefusedWebhook } from '#app/integrations/metrics.server.ts'
import type { PaymentEvent, PaymentState, Payments } from '#app/integrations/payments.server.ts'
import { insertEvent, isEventKnown } from '#db/queries/funds/stripe-events.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { transaction } from '../../transaction.server.ts'
import { ifKnown, timeoutAsBusy } from './internal.server.ts'
import { settlePayment, topUpOfPayment } from './settle-payment.server.ts'

export interface WebhookInput {
	/** The body, byte for byte as it came. */
	body: string
	signature: string
	/** The machine's own time: a webhook's age is protocol. */
	machineNow: Date
}

/**
 * Takes in a webhook of Stripe's. False for one that is not Stripe's, is old, or comes from the future: nothing is written then.
 * One about nothing of ours, or of nobody's, is written down and left at that. What it says is believed in name only; where things stand is asked for, and booked with the event in one transaction.
 *
 * @throws ServiceError `busy` when Stripe cannot be asked now: it sends the webhook again
 */
export async function receiveWebhook(
	ctx: Ctx & ServiceDeps,
	{ body, signature, machineNow }: WebhookInput,
): Promise<boolean> {
	const { payments } = ctx
	const event = payments?.readEvent(body, signature, machineNow)
	if (!payments || !event) {
		countRefusedWebhook('stripe')
		return false
	}
	await timeoutAsBusy(takeEvent(ctx, event, payments, 'webhook'))
	return true
}

/** Takes in an event, once by its id, whoever brought it. Returns the top-up that it was about, when it was news. */
export async function takeEvent(
	ctx: Ctx,
	event: PaymentEvent,
	payments: Payments,
	cameBy: EventSource,
): Promise<{ topUpId: string; prisonerId: string } | null> {
	if (await isEventKnown(ctx.db, event.id)) return null
	const reported = await whereItStands(ctx, event, payments)
	const topUp = reported && (await topUpOfPayment(ctx.db, reported))
	return transaction(ctx.db, async (tx) => {
		const isNew = await insertEvent(tx, {
			id: event.id,
			type: event.type,
			objectId: event.objectId,
			topUpId: topUp?.id ?? null,
			createdAt: event.createdAt,
			receivedAt: ctx.now,
			cameBy,
		})
		if (!isNew || !topUp) return null
		await settlePayment(tx, ctx, topUp.id, reported, payments.live)
		return { topUpId: topUp.id, prisonerId: topUp.prisonerId }
	})
}

/** Null where the event is about nothing that Stripe knows of: it would be no other when it came again. */
async function whereItStands(ctx: Ctx, { about }: PaymentEvent, payments: Payments): Promise<PaymentState | null> {
	if (about === null) return null
	if ('checkoutId' in about) return ifKnown(payments.payment(about.checkoutId))
	const known = await selectTopUp(ctx.db, { paymentId: about.paymentId })
	const checkoutId = known?.checkoutId ?? (await ifKnown(payments.checkoutOf(about.paymentId)))
	return checkoutId === null ? null : ifKnown(payments.payment(checkoutId))
}
