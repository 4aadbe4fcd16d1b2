import type autocannon from 'autocannon'
import type { Count } from './count.ts'
import type { BookingForm, BookingsOrder, OnceOrder, Order, PagesOrder } from './orders.ts'

type Requests = NonNullable<autocannon.Options['requests']>

/** What passes while the last works are waited for. */
const idle = { method: 'GET', path: '/health/live', headers: {}, body: '' } as const

/**
 * Hands out works until the time is over or none is left, and waits for those under way before it says that all is done: a
 * work that is cut off would go on in the server, unseen.
 */
class Shift {
	readonly count: Count
	readonly #until: number
	readonly #finish: () => void

	constructor(count: Count, seconds: number, finish: () => void) {
		this.count = count
		this.#until = performance.now() + seconds * 1000
		this.#finish = finish
	}

	/** The next work, or null when there is no more to begin. */
	next<T>(work: T | undefined): T | null {
		if (work !== undefined && performance.now() < this.#until) return work
		if (this.count.open === 0) this.#finish()
		return null
	}
}

/** What a client does over and over, as autocannon takes it. */
export function requestsFor(order: Order, count: Count, finish: () => void): Requests {
	const shift = new Shift(count, order.seconds, finish)
	return order.kind === 'bookings' ? bookings(order, shift) : gets(order, shift)
}

function gets({ kind, requests, expected }: PagesOrder | OnceOrder, shift: Shift): Requests {
	const { count } = shift
	const begun = new WeakMap<object, number>()
	let at = 0
	return [
		{
			method: 'GET',
			path: '/',
			setupRequest(request, context) {
				const one = shift.next(requests[kind === 'once' ? at++ : at++ % requests.length])
				if (!one) return { ...request, ...(kind === 'once' ? idle : requests[0]) }
				begun.set(context, count.begin())
				return { ...request, path: one.path, headers: one.headers }
			},
			onResponse(status, _body, context) {
				const since = begun.get(context)
				if (since === undefined) return
				begun.delete(context)
				if (status === expected) count.done(since)
				else count.fail(`A request was answered ${status} and not ${expected}`)
			},
		},
	]
}

interface UnderWay {
	form: BookingForm
	since: number
	/** When the form that is under way was sent. */
	sent: number
	/** Where the last button is; null until the place is held. */
	check: string | null
}

function bookings({ bookings: forms }: BookingsOrder, shift: Shift): Requests {
	const { count } = shift
	const underWay = new WeakMap<object, UnderWay>()
	let at = 0
	return [
		{
			method: 'POST',
			path: '/',
			setupRequest(request, context) {
				const form = shift.next(forms[at++])
				if (!form) return { ...request, ...idle }
				const since = count.begin()
				underWay.set(context, { form, since, sent: since, check: null })
				return { ...request, method: 'POST', path: form.path, headers: { ...form.headers }, body: form.body }
			},
			onResponse(status, _body, context, headers) {
				const one = underWay.get(context)
				if (!one) return
				const to = locationOf(headers)
				if (status === 303 && to?.startsWith('/visits/new/check') === true) {
					one.check = to
					count.formDone('hold', one.sent)
				} else count.fail(`A time that was chosen was answered ${status} ${to ?? ''}`)
			},
		},
		{
			method: 'POST',
			path: '/',
			setupRequest(request, context) {
				const one = underWay.get(context)
				if (!one?.check) return { ...request, ...idle }
				one.sent = performance.now()
				return {
					...request,
					method: 'POST',
					path: one.check,
					headers: { ...one.form.headers },
					body: one.form.lastBody,
				}
			},
			onResponse(status, _body, context, headers) {
				const one = underWay.get(context)
				if (!one?.check) return
				const to = locationOf(headers)
				if (status === 303 && to?.startsWith('/visits/') === true && !to.startsWith('/visits/new')) {
					count.formDone('book', one.sent)
					count.done(one.since)
				} else count.fail(`The last button was answered ${status} ${to ?? ''}`)
			},
		},
	]
}

function locationOf(headers: object | undefined): string | null {
	const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'location')?.[1]
	return typeof found === 'string' ? found : null
}
