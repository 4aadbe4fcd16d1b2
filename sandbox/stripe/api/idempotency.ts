import type { Keyed, Store } from '../store.ts'
import { Fault, shapeOf, wrong } from './fault.ts'

const keptSeconds = 24 * 3600
const longest = 255

export interface Answer {
	status: number
	body: string
	requestId: string
}

/**
 * Takes a key for a request, or finds the answer that it had: the same key answers the same, also an error, for a day.
 * The same key with other parameters is refused, and so is a second request while the first is on its way.
 */
export function takeKey(store: Store, key: string, asked: string, at: number): { before: Answer } | { entry: Keyed } {
	if (key.length > longest)
		throw wrong(`Idempotency key is too long; keys can be up to ${longest} characters.`, undefined, undefined)
	store.keys = store.keys.filter((one) => one.at > at - keptSeconds || one.answer === null)
	const known = store.keys.find((one) => one.key === key)
	if (!known) {
		const entry: Keyed = { key, asked, answer: null, at }
		store.keys.push(entry)
		return { entry }
	}
	if (known.asked !== asked)
		throw new Fault(
			400,
			shapeOf(
				'idempotency_error',
				`Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
			),
			false,
		)
	if (known.answer === null)
		throw new Fault(
			409,
			shapeOf(
				'idempotency_error',
				`There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
				'idempotency_key_in_use',
			),
			false,
		)
	return { before: known.answer }
}

/** Gives a key back: its request was never begun. */
export function returnKey(store: Store, entry: Keyed): void {
	store.keys = store.keys.filter((one) => one !== entry)
}
