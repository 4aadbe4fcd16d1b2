import { z } from 'zod'
import { readIfThere, writePrivate } from '../private-file.ts'
import { newId } from './objects/ids.ts'
import {
	apiVersion,
	type Charge,
	type Dispute,
	type Event,
	type EventDraft,
	type Intent,
	type Line,
	type Movement,
	type Refund,
	type Session,
} from './objects/types.ts'
import { deliverySettings, reliableDelivery } from './webhooks/delivery-settings.ts'

/** An object that this program wrote itself: its kind is looked at, its shape was held by the compiler. */
const kept = <T extends { id: string; object: string }>(kind: T['object']) =>
	z.custom<T>((value) => typeof value === 'object' && value !== null && 'object' in value && value.object === kind)

/** An answer kept under its idempotency key. `null`: the first request is still on its way. */
const keyed = z.object({
	key: z.string(),
	/** What was asked: method, path and parameters. */
	asked: z.string(),
	answer: z.object({ status: z.number(), body: z.string(), requestId: z.string() }).nullable(),
	/** Seconds, on the clock given. */
	at: z.number(),
})
export type Keyed = z.infer<typeof keyed>

const delivery = z.object({
	id: z.string(),
	event: z.string(),
	/** How often it was sent in vain. */
	tries: z.number(),
	state: z.enum(['held', 'waiting', 'delivered', 'dropped', 'given-up']),
	/** Milliseconds of real time: no business of the clock that is moved. */
	due: z.number(),
})
export type Delivery = z.infer<typeof delivery>

const storeSchema = z.object({
	sessions: z.array(kept<Session>('checkout.session')),
	/** The lines of each session, by its id. */
	lines: z.record(z.string(), z.array(kept<Line>('item'))),
	/** What the payment of a session will be called, by its id. */
	intents: z.array(kept<Intent>('payment_intent')),
	charges: z.array(kept<Charge>('charge')),
	refunds: z.array(kept<Refund>('refund')),
	disputes: z.array(kept<Dispute>('dispute')),
	movements: z.array(kept<Movement>('balance_transaction')),
	events: z.array(kept<Event>('event')),
	keys: z.array(keyed),
	deliveries: z.array(delivery),
	delivery: deliverySettings,
	/** Whether a new refund waits to be settled by hand. A card's refund is otherwise through at once, as in life. */
	refundsWait: z.boolean(),
	/** What a payment is to become, until its session has one: description, metadata. */
	plans: z.record(
		z.string(),
		z.object({ description: z.string().nullable(), metadata: z.record(z.string(), z.string()) }),
	),
})
export type StoredData = z.infer<typeof storeSchema>

/** Everything that the stand-in knows, and the file where a restart finds it again. */
export interface Store extends StoredData {
	/** Comes true once all that is known now lies in the file. */
	saved(): Promise<void>
	/** Told of every event as it is made. */
	onEvent: (event: Event) => void
}

const empty = (): StoredData => ({
	sessions: [],
	lines: {},
	intents: [],
	charges: [],
	refunds: [],
	disputes: [],
	movements: [],
	events: [],
	keys: [],
	deliveries: [],
	delivery: reliableDelivery,
	refundsWait: false,
	plans: {},
})

export async function openStore(file: string): Promise<Store> {
	const text = await readIfThere(file)
	const known = text === null ? empty() : storeSchema.parse(JSON.parse(text))
	// Whoever asked when the program ended got no answer, and may ask again.
	known.keys = known.keys.filter((one) => one.answer !== null)
	const store: Store = { ...known, saved: () => save(), onEvent: () => {} }
	const save = writer(() => JSON.stringify({ ...store, saved: undefined, onEvent: undefined }), file)
	return store
}

/** Writes the newest state; of several who wait for it at once, all are served by one more writing. */
function writer(text: () => string, file: string): () => Promise<void> {
	let writing: Promise<void> | null = null
	let next: Promise<void> | null = null
	const begin = () => {
		next = null
		writing = writePrivate(file, text()).finally(() => {
			writing = null
		})
		return writing
	}
	return () => {
		if (!writing) return begin()
		next ??= writing.then(begin, begin)
		return next
	}
}

/** What asked for a change: the API's request, or nobody's (the payer, the bank, the clock). */
export interface Cause {
	requestId: string | null
	key: string | null
}
export const nobody: Cause = { requestId: null, key: null }

/** Makes an event of what happened. Its object is a copy: what happens later does not change what was told. */
export function emitEvent(store: Store, draft: EventDraft, at: number, cause: Cause = nobody): void {
	const event = kept<Event>('event').parse({
		id: newId('evt'),
		object: 'event',
		api_version: apiVersion,
		created: at,
		data: { object: structuredClone(draft.object) },
		livemode: false,
		pending_webhooks: 1,
		request: { id: cause.requestId, idempotency_key: cause.key },
		type: draft.type,
	} satisfies Omit<Event, 'type' | 'data'> & { type: EventDraft['type']; data: { object: EventDraft['object'] } })
	store.events.push(event)
	store.onEvent(event)
}
