import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { type House, killed, openHouse, type Started } from './fixture.ts'
import { shutGate } from './gate.ts'
import { deskOf, expectSettled, phoneOf } from './settled.ts'

// Ended by force between what happened outside and our writing it down. Each test ends with all settled, once.

let house: House
beforeAll(async () => {
	house = await openHouse()
})
afterAll(() => house.close())

const becomes = (topUp: Started, state: string) =>
	expect.poll(() => house.stateOf(topUp), { timeout: 30_000, interval: 100 }).toBe(state)

/** Runs a worker until the test is over. */
function work() {
	const worker = house.startWorker()
	onTestFinished(() => worker.stop())
	return worker
}

async function runApp() {
	const app = await house.startApp()
	onTestFinished(() => app.stop())
	return app
}

/** How often an event about a payment was taken in. */
const eventsOf = async ({ id }: Started) =>
	(await house.owner.execute(sql`select from stripe_event where top_up_id = ${id}`)).length

describe('the application, killed while a webhook’s transaction is open', () => {
	it.each([
		['before the event is all that is written', { table: 'stripe_event', at: 'writing' } as const],
		['with half of the books written', { table: 'ledger_entry', at: 'writing' } as const],
		['when it has said commit and heard nothing', { table: 'stripe_event', at: 'commit' } as const],
	])('%s', async (_, place) => {
		const gate = await shutGate(house.owner, house.urls, place)
		const app = await runApp()
		const topUp = await house.paid()
		await gate.somebodyWaits('samvaer-web')
		await killed(app)
		expect(await house.stateOf(topUp)).toBe('started')
		await gate.open()

		// Stripe goes on sending.
		await runApp()
		await becomes(topUp, 'paid')
		await house.atStripe('settled')
		expect(await eventsOf(topUp)).toBe(1)
		work()
		await becomes(topUp, 'credited')
		await expectSettled(house)
		await house.moveClock(2 * 1_440)
	})

	it('and Stripe does not send again before the worker has looked', async () => {
		const gate = await shutGate(house.owner, house.urls, { table: 'stripe_event', at: 'writing' })
		const app = await runApp()
		const topUp = await house.paid()
		await gate.somebodyWaits('samvaer-web')
		await killed(app)
		await gate.open()
		await house.moveClock(37)
		work()
		await becomes(topUp, 'credited')

		await runApp()
		await house.atStripe('settled')
		expect(await eventsOf(topUp)).toBe(1)
		await expectSettled(house)
		await house.moveClock(2 * 1_440)
	})
})

describe('the worker, killed between another’s answer and its commit', () => {
	/** Longer than a dead worker's lease. */
	const leaseIsOver = () => house.moveClock(3)

	async function credited(): Promise<Started> {
		const topUp = await house.paid()
		await becomes(topUp, 'paid')
		const worker = work()
		await becomes(topUp, 'credited')
		await worker.stop()
		return topUp
	}

	it.each(['writing', 'commit'] as const)('Stripe has made a refund: %s', async (at) => {
		const app = await runApp()
		const topUp = await credited()
		// Word of the refund comes late: the worker has to find out by itself.
		await house.atStripe('delivery', { hold: 'yes' })
		const [officer] = house.officers
		const input = { topUp: topUp.ref, ore: 5_000, reason: 'Paid twice', idempotencyKey: randomUUID() }
		const { id } = await refundTopUp({ ...officer, now: house.now() }, input)
		const refundIs = async () => {
			const [row] = await house.owner.execute<{ state: string }>(sql`select state from refund where id = ${id}`)
			return row?.state
		}
		const created = (await deskOf(house)).refunds.length
		const gate = await shutGate(house.owner, house.urls, { table: 'refund', rows: `new.state = 'sent'`, at })
		const worker = work()
		await gate.somebodyWaits('samvaer-worker')
		await killed(worker)
		expect((await deskOf(house)).refunds).toHaveLength(created + 1)
		expect(await refundIs()).toBe('due')
		await gate.open()

		await leaseIsOver()
		work()
		await expect.poll(refundIs, { timeout: 30_000 }).toBe('sent')
		expect((await deskOf(house)).refunds).toHaveLength(created + 1)
		await house.atStripe('delivery')
		await house.atStripe('settled')
		await app.stop()
		await expectSettled(house)
		await house.moveClock(2 * 1_440)
	})

	it.each(['writing', 'commit'] as const)('the phone system has taken a credit: %s', async (at) => {
		await runApp()
		const topUp = await house.paid()
		await becomes(topUp, 'paid')
		const taken = (await phoneOf(house)).length
		const gate = await shutGate(house.owner, house.urls, { table: 'phone_credit', rows: `new.state = 'accepted'`, at })
		const worker = work()
		await gate.somebodyWaits('samvaer-worker')
		await killed(worker)
		expect(await phoneOf(house)).toHaveLength(taken + 1)
		expect(await house.stateOf(topUp)).toBe('paid')
		await gate.open()

		await leaseIsOver()
		work()
		await becomes(topUp, 'credited')
		expect(await phoneOf(house)).toHaveLength(taken + 1)
		await house.atStripe('settled')
		await expectSettled(house)
		await house.moveClock(2 * 1_440)
	})
})
