import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'
import { topUp as topUps } from '#db/schema/index.ts'
import type { EventType, FakeStripe } from '#tests/support/funds/fake-stripe.ts'
import { count, oneOf, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

const events = ['paid', 'expired', 'refunded', 'disputed', 'dispute-won'] as const

/** What happens at Stripe, and the event by which Stripe tells of it. */
const happenings: Readonly<
	Record<(typeof events)[number], { type: EventType; happen(stripe: FakeStripe, id: string, ore?: number): void }>
> = {
	paid: { type: 'checkout.session.completed', happen: (stripe, id) => stripe.pay(id) },
	expired: { type: 'checkout.session.expired', happen: (stripe, id) => stripe.close(id) },
	refunded: { type: 'charge.refunded', happen: (stripe, id, ore) => stripe.refund(id, ore) },
	disputed: { type: 'charge.dispute.created', happen: (stripe, id, ore) => stripe.dispute(id, ore) },
	'dispute-won': { type: 'charge.dispute.closed', happen: (stripe, id) => stripe.endDispute(id, 'won') },
}

const fields = z.strictObject({
	topUp: ref('topUp'),
	event: oneOf(events),
	times: count.min(1, 'is below 1').default(1),
	ore: count.min(1, 'is below 1').optional(),
})

/** A webhook as Stripe signs and sends it, as often as told, at the same moment. */
export const stripe = verb(fields, {
	makes: 'topUp',
	async run(fixture, { topUp, event, times, ore }) {
		const id = fixture.labels.idOf(topUp)
		const [row] = await fixture.owner.select().from(topUps).where(eq(topUps.id, id))
		if (!row?.checkoutId) throw new Error('the top-up has no page at Stripe')
		const { type, happen } = happenings[event]
		happen(fixture.stripe, row.checkoutId, ore)
		const webhook = fixture.stripe.webhook(fixture.stripe.event(type, row.checkoutId))
		const ctx = { db: fixture.db, now: fixture.now, actor: { kind: 'system' as const }, requestId: null }
		const taken = await Promise.all(
			Array.from({ length: times }, () =>
				receiveWebhook(
					{ ...ctx, payments: fixture.stripe.payments, publicOrigin: 'https://samvaer.test' },
					{ ...webhook, machineNow: new Date() },
				),
			),
		)
		if (taken.includes(false)) throw new Error('the webhook was not believed')
		return done('topUp', id)
	},
})
