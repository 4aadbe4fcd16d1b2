import type Stripe from 'stripe'
import { z } from 'zod'
import type { PaymentEvent } from './payments.server.ts'

/** What Stripe is asked to tell us of. Anything else that comes is written down and left at that. */
export const taken = [
	'checkout.session.completed',
	'checkout.session.async_payment_succeeded',
	'checkout.session.async_payment_failed',
	'checkout.session.expired',
	'charge.refunded',
	'charge.refund.updated',
	'refund.created',
	'refund.updated',
	'refund.failed',
	'charge.dispute.created',
	'charge.dispute.updated',
	'charge.dispute.funds_withdrawn',
	'charge.dispute.funds_reinstated',
	'charge.dispute.closed',
] as const

/** Seconds that a webhook may be older or younger than this machine's clock. The SDK itself lets the future pass. */
const toleranceSeconds = 300

const sessionEvents: readonly string[] = taken.filter((type) => type.startsWith('checkout.session.'))

/** What we read of an event. A name is what a row and an address can hold; Stripe's own are shorter and plainer. */
const name = z.string().regex(/^[\x21-\x7e]{1,255}$/)
const eventShape = z.object({
	id: name,
	type: name,
	// Seconds since 1970, as far as the year 2200.
	created: z.number().int().min(0).max(7_258_118_400),
	data: z.unknown(),
})
const subjectShape = z.object({
	object: z.object({
		id: name.optional().catch(undefined),
		payment_intent: z
			.union([name, z.object({ id: name }).transform(({ id }) => id)])
			.optional()
			.catch(undefined),
	}),
})

/** The event of a webhook that one of the secrets signed just now; null for any other, and for what is no event. */
export function readSignedEvent(
	stripe: Stripe,
	secrets: readonly string[],
	given: { body: string; signature: string; machineNow: Date },
): PaymentEvent | null {
	const seconds = Math.floor(given.machineNow.getTime() / 1000)
	const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(given.signature)?.[1])
	if (!(Math.abs(seconds - signedAt) <= toleranceSeconds)) return null
	for (const secret of secrets) {
		try {
			const event: unknown = stripe.webhooks.constructEvent(
				given.body,
				given.signature,
				secret,
				toleranceSeconds,
				undefined,
				given.machineNow.getTime(),
			)
			return parseEvent(event)
		} catch {
			// Another secret may have signed it: while they are changed, two are in use.
		}
	}
	return null
}

/** Null for what has not the shape of an event. One about nothing that we know of is an event all the same. */
export function parseEvent(given: unknown): PaymentEvent | null {
	const event = eventShape.safeParse(given).data
	if (!event) return null
	const { id, type, created } = event
	return { id, type, createdAt: new Date(created * 1000), ...subjectOf(event) }
}

function subjectOf({ type, data }: z.infer<typeof eventShape>): Pick<PaymentEvent, 'about' | 'objectId'> {
	const subject = taken.some((one) => one === type) ? subjectShape.safeParse(data).data?.object : undefined
	const objectId = subject?.id ?? null
	if (subject === undefined || objectId === null) return { about: null, objectId: null }
	if (sessionEvents.includes(type)) return { about: { checkoutId: objectId }, objectId }
	const { payment_intent: paymentId } = subject
	return { about: paymentId === undefined ? null : { paymentId }, objectId }
}
