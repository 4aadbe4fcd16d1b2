import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { removeFolder, throwawayFolder } from '#sandbox/postgres/place.ts'
import { type RunningPostgres, startPostgres } from '#sandbox/postgres/start.ts'
import { type House, openHouse, type Started } from './fixture.ts'
import { type Gate, shutGate } from './gate.ts'
import { expectSettled } from './settled.ts'
import { deliver, paidEvent, signed } from './webhook.ts'

// The database goes while a webhook is being taken in: Stripe has to hear so, or it would not send it again.

let folder: string
let running: RunningPostgres
let house: House
const start = () => startPostgres({ folder, durable: true, log: () => {} })
beforeAll(async () => {
	folder = await throwawayFolder()
	running = await start()
	await migrate(running.ownerUrl)
	const { ownerUrl, appUrl, adminUrl } = running
	const name = new URL(appUrl).pathname.slice(1)
	house = await openHouse({ ownerUrl, appUrl, adminUrl: onDatabase(adminUrl, name) })
})
afterAll(async () => {
	await house.close()
	await running.stop()
	await removeFolder(folder)
})

const goes: Record<string, (pid: number) => Promise<void>> = {
	'one connection of it': (pid) =>
		withConnection(house.urls.adminUrl, async (admin) => void (await admin`select pg_terminate_backend(${pid})`)),
	'the whole server, and it comes back': async () => {
		// As in an immediate shutdown: every connection is cut and nothing is tidied up.
		process.kill(running.pid, 'SIGQUIT')
		running = await start()
	},
}

it.each(Object.keys(goes))('%s', async (what) => {
	const app = await house.startApp()
	onTestFinished(() => app.stop())
	let ended = false
	void app.ended.then(() => {
		ended = true
	})
	await house.atStripe('delivery', { hold: 'yes' })
	const topUp = await house.paid()
	const body = await paidEvent(house, topUp)
	const gate = await shutGate(house.owner, house.urls, { table: 'ledger_entry', at: 'writing' })

	const answer = deliver(house, body, signed(house, body))
	await cut(gate, what)
	await gate.open()
	expect((await answer).status).toBe(503)

	await expect.poll(() => stateOf(topUp), { timeout: 30_000 }).toBe('started')
	await house.atStripe('delivery')
	await expect.poll(() => stateOf(topUp), { timeout: 30_000 }).toBe('paid')
	expect((await deliver(house, body, signed(house, body))).status).toBe(200)
	const worker = house.startWorker()
	onTestFinished(() => worker.stop())
	await expect.poll(() => stateOf(topUp), { timeout: 30_000 }).toBe('credited')
	await house.atStripe('settled')
	await expectSettled(house)
	expect(ended).toBe(false)
	await house.moveClock(2 * 1_440)
})

async function cut(gate: Gate, what: string): Promise<void> {
	const pid = await gate.somebodyWaits('samvaer-web')
	await goes[what]?.(pid)
}

/** Our own connections are cut with all others, and found again. */
async function stateOf(topUp: Started): Promise<string | null> {
	return house.stateOf(topUp).catch(() => null)
}
