import { z } from 'zod'
import { faultOf } from './signature.ts'
import type { PhoneStore } from './store.ts'

const credit = z.strictObject({
	id: z.uuid(),
	prisoner: z.string().min(1),
	ore: z.number().int(),
	currency: z.literal('NOK'),
})

/** `null`: no answer at all. */
export type CreditAnswer = { status: number; body: object } | null

const states = { accepts: 'accepted', waits: 'pending', refuses: 'refused' } as const

/** Takes a credit as a phone system does: signed, once by its id, and by the manner that is set. */
export function takeCredit(
	store: PhoneStore,
	secret: string,
	request: { body: string; signature: string; key: string },
): CreditAnswer {
	if (store.manner === 'silent') return null
	if (store.manner === 'fails') return { status: 503, body: { error: 'out of order' } }
	const fault = faultOf(request.signature, request.body, secret)
	if (fault !== null) return { status: 401, body: { error: fault } }
	const asked = credit.safeParse(jsonOf(request.body))
	if (!asked.success || request.key !== asked.data.id) return { status: 400, body: { error: 'not a credit' } }
	const { id, prisoner, ore } = asked.data
	let known = store.credits.find((one) => one.id === id)
	if (!known) {
		known = { id, prisoner, ore, state: states[store.manner] }
		store.credits.push(known)
	} else if (known.prisoner !== prisoner || known.ore !== ore) return { status: 409, body: { error: 'another credit' } }
	// What waited is taken once the manner has changed.
	else if (known.state === 'pending') known.state = states[store.manner]
	return { status: known.state === 'pending' ? 202 : 200, body: { state: known.state } }
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}
