import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../objects/ids.ts'
import type { Event } from '../objects/types.ts'
import type { Delivery, Store } from '../store.ts'
import { chance, type DeliverySettings, shuffled } from './delivery-settings.ts'
import { signatureOf } from './signature.ts'

export interface SenderOptions {
	store: Store
	/** Where events go, and what they are signed with. */
	url: string
	secret: string
	/** Milliseconds to wait before each new try; three days in life. When they are used up, the event is given up. */
	backoffMs?: readonly number[]
	log: (line: string) => void
}

export interface Sender {
	/** Sets how events travel from now on. Those held back go when `hold` is taken away. */
	setDelivery(delivery: DeliverySettings): void
	/** Lets go of what is held back. */
	release(): void
	/** Sends an event once more, whatever became of it. False when there is none of that name. */
	resend(eventId: string): boolean
	/** Comes true when nothing is on its way: all delivered, dropped, held or given up. */
	settled(): Promise<void>
	stop(): Promise<void>
}

const patienceMs = 10_000
const compressed = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000, 60_000]

/** Sends events one after the other, tries again what was not taken, and does to them what the settings say. */
export function startSender(options: SenderOptions): Sender {
	const { store, log } = options
	const backoff = options.backoffMs ?? compressed
	const stopping = new AbortController()
	let random = chance(store.delivery.seed)
	let waker = new AbortController()
	let idle: (() => void)[] = []

	const wake = () => waker.abort()
	const put = (event: Event, state: Delivery['state'], dueInMs: number) => {
		store.deliveries.push({ id: newId('dlv'), event: event.id, tries: 0, state, due: Date.now() + dueInMs })
	}
	store.onEvent = (event) => {
		const { copies, delayMs, dropPercent, hold, shuffle } = store.delivery
		for (let copy = 0; copy < copies; copy++) {
			const dropped = random() * 100 < dropPercent
			// Out of order: each is as late as chance says, within what the delay allows, and at least a moment.
			const late = shuffle ? random() * Math.max(delayMs, 500) : delayMs
			put(event, dropped ? 'dropped' : hold ? 'held' : 'waiting', late)
		}
		wake()
	}

	const release = () => {
		const held = store.deliveries.filter((one) => one.state === 'held')
		const now = Date.now()
		const order = store.delivery.shuffle ? shuffled(held, random) : held
		for (const [index, one] of order.entries()) Object.assign(one, { state: 'waiting', due: now + index / 1_000 })
		wake()
	}

	const send = async (one: Delivery) => {
		const event = store.events.find(({ id }) => id === one.event)
		if (!event) throw new Error(`The event ${one.event} is gone`)
		const refused = await post(event, options, stopping.signal)
		if (stopping.signal.aborted) return
		if (refused === null) {
			one.state = 'delivered'
			event.pending_webhooks = 0
		} else {
			const wait = backoff[one.tries]
			one.tries += 1
			if (wait === undefined) one.state = 'given-up'
			else one.due = Date.now() + wait
			log(`${event.type} ${event.id}: ${refused}${wait === undefined ? '; given up' : ''}`)
		}
		await store.saved()
	}

	const run = async () => {
		while (!stopping.signal.aborted) {
			waker = new AbortController()
			const waiting = store.deliveries.filter((one) => one.state === 'waiting').sort((a, b) => a.due - b.due)
			const [first] = waiting
			if (first && first.due <= Date.now()) {
				await send(first)
				continue
			}
			if (!first) {
				for (const done of idle) done()
				idle = []
			}
			await until(first ? first.due - Date.now() : 3_600_000, AbortSignal.any([waker.signal, stopping.signal]))
		}
	}
	const running = run().catch((error: unknown) => log(`No more webhooks: ${String(error)}`))

	return {
		setDelivery: (delivery) => {
			store.delivery = delivery
			random = chance(delivery.seed)
			if (!delivery.hold) release()
		},
		release,
		resend: (eventId) => {
			const event = store.events.find(({ id }) => id === eventId)
			if (event) put(event, 'waiting', 0)
			wake()
			return event !== undefined
		},
		settled: () =>
			new Promise((done) => {
				idle.push(done)
				wake()
			}),
		stop: async () => {
			stopping.abort()
			await running
		},
	}
}

/** Null when it was taken, else why not. */
async function post(event: Event, { secret, url }: SenderOptions, stop: AbortSignal): Promise<string | null> {
	const body = JSON.stringify(event, null, 2)
	try {
		const answer = await fetch(url, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'stripe-signature': signatureOf(body, secret, Math.floor(Date.now() / 1000)),
				'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
			},
			body,
			signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
		})
		await answer.body?.cancel()
		return answer.ok ? null : `answer ${answer.status}`
	} catch (error) {
		return error instanceof Error ? error.message : String(error)
	}
}

/** Waits so long, or until called. */
async function until(ms: number, call: AbortSignal): Promise<void> {
	try {
		await pause(Math.max(ms, 1), undefined, { signal: call })
	} catch (error) {
		if (!call.aborted) throw error
	}
}
