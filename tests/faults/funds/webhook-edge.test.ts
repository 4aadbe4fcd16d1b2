import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Child } from '#sandbox/child.ts'
import { chunkedPost, raw } from '#tests/integration/http/raw.ts'
import { type House, openHouse, type Started } from './fixture.ts'
import { expectSettled } from './settled.ts'
import { deliver, paidEvent, signed } from './webhook.ts'

// What reaches the built application's door for webhooks, byte by byte. Stripe itself is held back: only the test knocks.

const megabyte = 1024 * 1024

let house: House
let app: Child
let topUp: Started
let body: string
beforeAll(async () => {
	house = await openHouse()
	app = await house.startApp()
	await house.atStripe('delivery', { hold: 'yes' })
})
afterAll(() => house.close())
beforeEach(async () => {
	topUp = await house.paid()
	body = await paidEvent(house, topUp)
})

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
const eventsOf = async ({ checkoutId }: Started) =>
	(await house.owner.execute(sql`select from stripe_event where object_id = ${checkoutId}`)).length
const host = () => `127.0.0.1:${house.port}`

async function refusedSoFar(): Promise<number> {
	const text = await (await fetch(`http://127.0.0.1:${house.metricsPort}/metrics`)).text()
	return Number(/samvaer_webhooks_refused_total\{from="stripe"\} (\d+)/.exec(text)?.[1] ?? 0)
}

/** The event with blanks at its end, so many bytes long. */
const padded = (bytes: number) => body + ' '.repeat(bytes - Buffer.byteLength(body))

describe('a body that is too long', () => {
	it.each([
		['by its own account', () => [`content-length: ${200 * megabyte}\r\n\r\n`]],
		['by a byte', () => [`content-length: ${megabyte + 1}\r\n\r\n`, padded(megabyte + 1)]],
	])('%s is refused at once, and nothing of it is kept', async (_, rest) => {
		const [head = '', ...pieces] = rest()
		const signature = signed(house, padded(megabyte + 1))
		const lines = `POST /webhooks/stripe HTTP/1.1\r\nhost: ${host()}\r\nstripe-signature: ${signature}\r\n`
		const answer = await raw(house.port, [lines + head, ...pieces])
		expect(answer.status).toBe(413)
		expect(answer.ms).toBeLessThan(2_000)
		expect(await eventsOf(topUp)).toBe(0)
	})

	it('that tells no length is cut off as it comes, and the memory does not grow by it', async () => {
		const headers = { host: host(), 'content-type': 'application/json', 'stripe-signature': signed(house, body) }
		const knock = (bytes: number) => raw(house.port, chunkedPost('/webhooks/stripe', headers, bytes))
		// What a first such request costs once is not counted.
		expect((await knock(2 * megabyte)).status).toBe(413)
		const before = memory()
		// Who goes on sending after the answer may find the line cut before it was read.
		const cut = { status: 413 }
		const answers = await Promise.all(Array.from({ length: 20 }, () => knock(100 * megabyte).catch(() => cut)))
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413))
		expect(memory() - before).toBeLessThan(100)
		expect((await deliver(house, body, signed(house, body))).status).toBe(200)
		expect(await eventsOf(topUp)).toBe(1)
	})

	it('is not one of a whole megabyte', async () => {
		const whole = padded(megabyte)
		expect((await deliver(house, whole, signed(house, whole))).status).toBe(200)
		expect(await eventsOf(topUp)).toBe(1)
	})
})

describe('a webhook that is signed', () => {
	it.each([
		'application/json',
		'application/json; charset=utf-8',
		'application/json;charset="UTF-8"',
		'application/json; charset=iso-8859-1',
		'text/plain',
	])('is taken by its bytes, whatever they are said to be: %s', async (contentType) => {
		const event = JSON.parse(body)
		const words = JSON.stringify({ ...event, note: 'Påfyll av samtaler – 200 kr ✓' }, null, 3)
		expect((await deliver(house, words, signed(house, words), contentType)).status).toBe(200)
		expect(await house.stateOf(topUp)).toBe('paid')
	})
})

describe('a webhook that is not believed', () => {
	it.each([
		['signed by another', () => signed(house, body, { secret: 'whsec_ffffffffffffffffffff' })],
		['of another body', () => signed(house, `${body} `)],
		['five minutes old', () => signed(house, body, { secondsAgo: 310 })],
		['from the future', () => signed(house, body, { secondsAgo: -310 })],
		['not signed', () => ''],
	])('%s: it is refused and counted, and nothing is written', async (_, signature) => {
		const before = await refusedSoFar()
		expect((await deliver(house, body, signature())).status).toBe(400)
		expect(await refusedSoFar()).toBe(before + 1)
		expect(await eventsOf(topUp)).toBe(0)
		expect(await house.stateOf(topUp)).toBe('started')
	})
})

it('in the end Stripe is let through, and all settles', async () => {
	await house.atStripe('delivery')
	await house.atStripe('settled')
	const worker = house.startWorker()
	const waiting = async () => (await house.owner.execute(sql`select from top_up where credited_at is null`)).length
	await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
	await worker.stop()
	await expectSettled(house)
})
