import { z } from 'zod'
import type { PhoneBook } from './book.ts'
import { faultOf } from './signature.ts'

const credit = z.strictObject({
	id: z.uuid(),
	prisoner: z.string().min(1),
	ore: z.number().int(),
	currency: z.literal('NOK'),
})

/** `null`: no answer at all. */
export type CreditAnswer = { status: number; told: object } | null

const states = { accepts: 'accepted', waits: 'pending', refuses: 'refused' } as const

/** Takes a credit as a phone system does: signed, once by its id, and by the manner that is set. */
export function takeCredit(
	book: PhoneBook,
	secret: string,
	request: { body: string; signature: string; key: string },
): CreditAnswer {
	if (book.manner === 'silent') return null
	if (book.manner === 'fails') return { status: 503, told: { error: 'out of order' } }
	const fault = faultOf(request.signature, request.body, secret)
	if (fault !== null) return { status: 401, told: { error: fault } }
	const asked = credit.safeParse(jsonOf(request.body))
	if (!asked.success || request.key !== asked.data.id) return { status: 400, told: { error: 'not a credit' } }
	const { id, prisoner, ore } = asked.data
	let known = book.credits.find((one) => one.id === id)
	if (!known) {
		known = { id, prisoner, ore, state: states[book.manner] }
		book.credits.push(known)
	} else if (known.prisoner !== prisoner || known.ore !== ore) return { status: 409, told: { error: 'another credit' } }
	// What waited is taken once the manner has changed.
	else if (known.state === 'pending') known.state = states[book.manner]
	return { status: known.state === 'pending' ? 202 : 200, told: { state: known.state } }
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}
