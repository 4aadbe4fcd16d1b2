import { expect, it } from 'vitest'
import { figuresOf } from '#tests/bench/figures.ts'
import { Count } from '#tests/bench/load/count.ts'
import { requestsFor } from '#tests/bench/load/requests.ts'

const form = { path: '/visits/new/time', headers: { cookie: 'a=b' }, lastBody: '', body: 'session=S' }

/** One client that books with the forms, answered as given. */
function bookAll(forms: readonly (typeof form)[], answers: readonly [string, string]): Count {
	const count = new Count()
	const order = { kind: 'bookings', origins: [], bookings: forms, connections: 1, seconds: 60 } as const
	const requests = requestsFor(order, count, () => {})
	const client = {}
	for (const _ of forms)
		for (const [index, { setupRequest, onResponse }] of requests.entries()) {
			if (typeof setupRequest !== 'function' || typeof onResponse !== 'function') throw new Error('Nobody asks')
			setupRequest({}, client)
			onResponse(303, '', client, { location: answers[index] })
		}
	return count
}

it('a booking is one work, and its two forms are timed by themselves', () => {
	const count = bookAll([form, form, form], ['/visits/new/check?hold=H', '/visits/B'])
	const { latencies, forms = {} } = count.sample()
	expect(count.problem).toBeNull()
	expect(latencies).toHaveLength(3)
	const { hold = [], book = [] } = forms
	expect([hold.length, book.length]).toEqual([3, 3])
	const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
	expect(sum(hold) + sum(book)).toBeLessThanOrEqual(sum(latencies))
})

it('a place that is held and not booked is no work', () => {
	const count = bookAll([form], ['/visits/new/check?hold=H', '/visits/new/time'])
	expect(count.problem).toContain('The last button was answered 303')
	expect(count.sample().latencies).toEqual([])
	expect(count.sample().forms).not.toHaveProperty('book')
})

it('the forms of all rounds are told together, in their order', () => {
	const round = (hold: number[], book: number[]) => ({ perSecond: 1, latencies: [1], forms: { hold, book } })
	const { forms } = figuresOf([round([3, 1], [30]), round([2], [10, 20])])
	expect(forms).toEqual([
		{ name: 'hold', p50: 2, p95: 3, p99: 3 },
		{ name: 'book', p50: 20, p95: 30, p99: 30 },
	])
	expect(figuresOf([{ perSecond: 1, latencies: [1] }]).forms).toEqual([])
})
