import { z } from 'zod'
import { signatureOf } from '#sandbox/stripe/webhooks/signature.ts'
import type { House, Started } from './fixture.ts'

const events = z.object({
	data: z.array(z.looseObject({ id: z.string(), data: z.object({ object: z.object({ id: z.string() }) }) })),
})

/** The body of the webhook that says a page was paid on, as the card payments tell it. */
export async function paidEvent({ desk, keys }: House, { checkoutId }: Started): Promise<string> {
	const answer = await fetch(new URL('v1/events?limit=100', desk.url), {
		headers: { authorization: `Bearer ${keys.secretKey}` },
	})
	const { data } = events.parse(await answer.json())
	const found = data.find((event) => event.data.object.id === checkoutId)
	if (!found) throw new Error('There is no event of it')
	return JSON.stringify(found, null, 2)
}

/** A signature of now by the secret that the application knows, unless told. */
export function signed({ keys }: House, body: string, given: { secret?: string; secondsAgo?: number } = {}): string {
	const { secret = keys.webhookSecret, secondsAgo = 0 } = given
	return signatureOf(body, secret, Math.floor(Date.now() / 1000) - secondsAgo)
}

export function deliver(
	{ port }: House,
	body: string,
	signature: string,
	contentType = 'application/json; charset=utf-8',
): Promise<Response> {
	return fetch(`http://127.0.0.1:${port}/webhooks/stripe`, {
		method: 'POST',
		headers: { 'content-type': contentType, 'stripe-signature': signature },
		body,
	})
}
