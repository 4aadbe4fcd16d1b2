import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/**
 * What this process counts. Labels are routes, states, codes and kinds of work, never a person, a prison, an address or a
 * reference: whoever watches the machines learns nothing about anyone.
 */
export const registry = new Registry()

collectDefaultMetrics({ register: registry })

const requests = new Counter({
	name: 'samvaer_http_requests_total',
	help: 'Requests answered, by route of the application, method and status',
	labelNames: ['route', 'method', 'status'],
	registers: [registry],
})

const seconds = new Histogram({
	name: 'samvaer_http_request_seconds',
	help: 'Seconds from a request to the end of its answer, by route',
	labelNames: ['route'],
	buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
	registers: [registry],
})

/** One request that is over. `status` is 499 where the caller went away. */
export function countRequest(request: { route: string; method: string; status: number; seconds: number }): void {
	const { route, method, status } = request
	requests.inc({ route, method, status })
	seconds.observe({ route }, request.seconds)
}

const heldLoop = new Histogram({
	name: 'samvaer_event_loop_held_seconds',
	help: 'Seconds that the event loop was held in one go, by the route under way; several where that was not one',
	labelNames: ['route'],
	buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30],
	registers: [registry],
})

/** One time that the event loop was held for longer than it should be. `route` is none when no request was under way. */
export function countHeldLoop({ route, seconds: held }: { route: string; seconds: number }): void {
	heldLoop.observe({ route }, held)
}

const renderedMarkup = new Counter({
	name: 'samvaer_markup_rendered_total',
	help: 'Parts of pages that were rendered to be remembered, by kind; those that were remembered are not counted',
	labelNames: ['part'],
	registers: [registry],
})

/** One part of a page that was not remembered, and is now. */
export function countRenderedMarkup(part: string): void {
	renderedMarkup.inc({ part })
}

const outcomes = new Counter({
	name: 'samvaer_bookings_total',
	help: 'Requests for a place, by use case and outcome: the state of the booking, or refused',
	labelNames: ['action', 'outcome'],
	registers: [registry],
})

const refusals = new Counter({
	name: 'samvaer_booking_refusals_total',
	help: 'What stood against a place that was asked for; codes that no family is told are one, untold',
	labelNames: ['code'],
	registers: [registry],
})

/** What came of asking for a place, once it is certain. `codes` are the refusals, where there were any. */
export function countBooking(action: string, outcome: string, codes: readonly string[] = []): void {
	outcomes.inc({ action, outcome })
	for (const code of new Set(codes)) refusals.inc({ code })
}

const refusedWebhooks = new Counter({
	name: 'samvaer_webhooks_refused_total',
	help: 'Webhooks that were not believed: not signed by who they say, too old, or from the future',
	labelNames: ['from'],
	registers: [registry],
})

/** One webhook that was not believed. */
export function countRefusedWebhook(from: 'stripe' | 'phone-system'): void {
	refusedWebhooks.inc({ from })
}

const gauge = (name: string, help: string, labelNames: string[] = []) =>
	new Gauge({ name, help, labelNames, registers: [registry] })

const databaseUp = gauge('samvaer_database_up', '1 when the database answered this scrape, else 0')
const lag = gauge('samvaer_due_work_lag_seconds', 'Seconds that the oldest due work has waited, by kind', ['work'])
const mailWaiting = gauge('samvaer_mail_waiting', 'Mail that is due and not sent')
const mailOldest = gauge('samvaer_mail_oldest_seconds', 'Seconds that the oldest mail has been due')
const mailAbandoned = gauge('samvaer_mail_given_up', 'Mail that was given up after the last try')
const connections = gauge('samvaer_database_connections', 'Connections to the database, by program and state', [
	'program',
	'state',
])
const poolLimit = gauge('samvaer_database_pool_limit', 'Connections that this process may open')

export function setPoolLimit(most: number): void {
	poolLimit.set(most)
}

interface Backlog {
	lagSeconds: Readonly<Record<string, number>>
	mail: { waiting: number; oldestSeconds: number; replaced: number }
	connections: readonly { program: string; state: string; count: number }[]
}

/** Null when the database did not answer: then nothing is known, and nothing old is told as new. */
export function setBacklog(backlog: Backlog | null): void {
	for (const one of [lag, connections]) one.reset()
	for (const one of [mailWaiting, mailOldest, mailAbandoned]) one.remove()
	databaseUp.set(backlog ? 1 : 0)
	if (!backlog) return
	for (const [work, late] of Object.entries(backlog.lagSeconds)) lag.set({ work }, late)
	mailWaiting.set(backlog.mail.waiting)
	mailOldest.set(backlog.mail.oldestSeconds)
	mailAbandoned.set(backlog.mail.replaced)
	for (const { program, state, count } of backlog.connections) connections.set({ program, state }, count)
}
