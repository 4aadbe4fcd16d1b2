import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pollPendingPayments } from '#app/services/funds/payments/poll-pending-payments.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { sendRefunds } from '#app/services/funds/refunds/send-refunds.server.ts'
import type { Child } from '#sandbox/child.ts'
import { asVisitor } from '#tests/support/rows.ts'
import { type House, openHouse, type Started } from './fixture.ts'
import { deskOf, expectSettled } from './settled.ts'

// The card payments fail as Stripe does: at the line, by silence, and by an answer that is none although all is done.

let house: House
let app: Child
beforeAll(async () => {
	house = await openHouse()
	app = await house.startApp()
})
afterAll(async () => {
	await app.stop()
	await house.close()
})
beforeEach(() => house.moveClock(3 * 1_440))
afterEach(() => house.atStripe('no-faults'))

const system = () => ({ db: house.db, now: house.now(), actor: { kind: 'system' as const }, requestId: null })
const becomes = (topUp: Started, state: string) =>
	expect.poll(() => house.stateOf(topUp), { timeout: 60_000, interval: 100 }).toBe(state)

async function withWorkers<T>(count: number, work: () => Promise<T>): Promise<T> {
	const workers = Array.from({ length: count }, () => house.startWorker())
	try {
		return await work()
	} finally {
		await Promise.all(workers.map((worker) => worker.stop()))
	}
}

async function credited(): Promise<Started> {
	const topUp = await house.paid()
	await withWorkers(1, () => becomes(topUp, 'credited'))
	return topUp
}

async function askedBack({ ref }: Started, ore = 5_000): Promise<string> {
	const [officer] = house.officers
	const input = { topUp: ref, ore, reason: 'Paid twice', idempotencyKey: randomUUID() }
	return (await refundTopUp({ ...officer, now: house.now() }, input)).id
}

async function refundIs(id: string): Promise<{ state: string; error: string | null }> {
	const [row] = await house.owner.execute<{ state: string; error: string | null }>(
		sql`select state, last_error as error from refund where id = ${id}`,
	)
	return row ?? { state: 'none', error: null }
}

/** The same form, sent as often as its payer likes. */
function form() {
	const input = {
		prisonerId: house.prisoners[0]?.id ?? '',
		ore: 20_000,
		idempotencyKey: randomUUID(),
		machineNow: new Date(),
		language: 'nb' as const,
	}
	const paymentGateway = { payments: house.payments, publicOrigin: `http://localhost:${house.port}` }
	return () => startTopUp({ ...asVisitor(house.db, house.payerIds[0] ?? '', house.now()), ...paymentGateway }, input)
}

/** Pages that the card payments have ever opened. */
async function pages(): Promise<number> {
	const answer = await fetch(house.desk.url, { headers: { accept: 'application/json' } })
	const seen: { sessions: unknown[] } = await answer.json()
	return seen.sessions.length
}

const refundsCreated = async () => (await deskOf(house)).refunds.length
/** Three times: as often as the SDK tries by itself. */
const fails = (kind: string, on: string) => house.atStripe('fault', { kind, times: '3', on })
const openPage = 'POST /v1/checkout/sessions'
const makeRefund = 'POST /v1/refunds'
const lookUp = 'GET /v1/checkout/sessions'

describe('a page to pay on', () => {
	it.each(['down', 'answer-lost'])('that does not open (%s) is one when the form is sent again', async (kind) => {
		const before = await pages()
		const send = form()
		await fails(kind, openPage)
		await expect(send()).rejects.toMatchObject({ code: 'busy' })
		const outcome = await send()
		expect(await pages()).toBe(before + 1)
		if (!outcome.ok) throw new Error('refused')
		await house.payments.closeCheckout(outcome.topUp.checkoutId ?? '')
		await house.atStripe('settled')
		await expectSettled(house)
	})

	it('that Stripe opened and then said it had failed is shown to nobody, and is given up', async () => {
		const send = form()
		await fails('fails-after', openPage)
		await expect(send()).rejects.toMatchObject({ code: 'busy' })
		await house.atStripe('no-faults')
		// Stripe keeps that answer under the key. Another form has another.
		await expect(send()).rejects.toMatchObject({ code: 'busy' })
		const other = await house.paid()
		await house.moveClock(37)
		await withWorkers(1, async () => {
			await becomes(other, 'credited')
			const started = () => house.owner.execute(sql`select from top_up where state = 'started'`)
			await expect.poll(async () => (await started()).length, { timeout: 30_000 }).toBe(0)
		})
		await house.atStripe('settled')
		await expectSettled(house)
	})
})

describe('a refund', () => {
	it.each(['down', 'answer-lost', 'fails-after'])(
		'that Stripe gave no good answer to (%s) is made once',
		async (kind) => {
			const topUp = await credited()
			const before = await refundsCreated()
			// Word of it comes late: the worker has to find out by itself.
			await house.atStripe('delivery', { hold: 'yes' })
			const id = await askedBack(topUp)
			await fails(kind, makeRefund)
			await withWorkers(2, async () => {
				await expect.poll(async () => (await refundIs(id)).error, { timeout: 30_000 }).not.toBeNull()
				expect(await refundIs(id)).toMatchObject({ state: 'due' })
				await house.moveClock(2)
				await expect.poll(async () => (await refundIs(id)).state, { timeout: 30_000 }).toBe('sent')
			})
			expect(await refundsCreated()).toBe(before + 1)
			await house.atStripe('delivery')
			await house.atStripe('settled')
			await expectSettled(house)
		},
	)

	it('of what is disputed meanwhile is borne once, with two workers at it', async () => {
		const topUp = await credited()
		await house.atStripe('delivery', { hold: 'yes' })
		const before = await refundsCreated()
		const id = await askedBack(topUp)
		const { paymentId } = await house.payments.payment(topUp.checkoutId)
		await house.atStripe('dispute', { payment_intent: paymentId ?? '' })
		await withWorkers(2, async () => {
			await expect.poll(async () => (await refundIs(id)).state, { timeout: 30_000 }).toBe('failed')
			await becomes(topUp, 'disputed')
			await house.atStripe('delivery')
			await house.atStripe('settled')
			const due = () => house.owner.execute(sql`select from phone_credit where state = 'due'`)
			await expect.poll(async () => (await due()).length, { timeout: 30_000 }).toBe(0)
		})
		expect(await refundsCreated()).toBe(before)
		await expectSettled(house)
	})
})

it('two workers and ten webhooks of each event leave every payment and refund once', async () => {
	await house.atStripe('delivery', { copies: '10', shuffle: 'yes' })
	const before = await refundsCreated()
	const topUps = [await house.paid(), await house.paid(), await house.paid(), await house.paid()]
	await withWorkers(2, async () => {
		for (const topUp of topUps) await becomes(topUp, 'credited')
		const asked: string[] = []
		for (const topUp of topUps) asked.push(await askedBack(topUp), await askedBack(topUp))
		for (const id of asked) await expect.poll(async () => (await refundIs(id)).state, { timeout: 30_000 }).toBe('sent')
		await house.atStripe('settled')
		const due = () => house.owner.execute(sql`select from phone_credit where state = 'due'`)
		await expect.poll(async () => (await due()).length, { timeout: 30_000 }).toBe(0)
	})
	await house.atStripe('delivery')
	expect(await refundsCreated()).toBe(before + 8)
	await expectSettled(house)
})

it('what became of a payment is asked again when nobody answers', async () => {
	const topUp = await house.start()
	await house.moveClock(37)
	await house.atStripe('fault', { kind: 'down', times: '', on: lookUp })
	// Nothing came of it, so that whoever repeats what brought something does not repeat this.
	expect(await pollPendingPayments(system(), house.payments)).toBe(0)
	expect(await house.stateOf(topUp)).toBe('started')
	await house.atStripe('no-faults')
	expect(await pollPendingPayments(system(), house.payments)).toBe(0)
	await house.moveClock(31)
	expect(await pollPendingPayments(system(), house.payments)).toBe(1)
	expect(await house.stateOf(topUp)).toBe('abandoned')
	await house.atStripe('settled')
	await expectSettled(house)
})

it('an answer that comes later than is waited for is asked for again, and all is done once', async () => {
	const topUp = await credited()
	const id = await askedBack(topUp)
	const unpaid = await house.start()
	await house.moveClock(37)
	const [pagesBefore, refundsBefore] = [await pages(), await refundsCreated()]
	await house.atStripe('delivery', { hold: 'yes' })
	for (const on of [openPage, makeRefund, lookUp])
		await house.atStripe('fault', { kind: 'slow', ms: '10500', times: '1', on })
	const [opened] = await Promise.all([
		form()(),
		sendRefunds(system(), house.payments),
		pollPendingPayments(system(), house.payments),
	])
	expect(opened).toMatchObject({ ok: true })
	expect(await refundIs(id)).toMatchObject({ state: 'sent' })
	expect(await house.stateOf(unpaid)).toBe('abandoned')
	expect([await pages(), await refundsCreated()]).toEqual([pagesBefore + 1, refundsBefore + 1])
	await house.atStripe('delivery')
	if (opened.ok) await house.payments.closeCheckout(opened.topUp.checkoutId ?? '')
	await house.atStripe('settled')
	await withWorkers(1, async () => {
		const due = () => house.owner.execute(sql`select from phone_credit where state = 'due'`)
		await expect.poll(async () => (await due()).length, { timeout: 30_000 }).toBe(0)
	})
	await expectSettled(house)
})
