import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { randomFrom } from '#sandbox/seeds/random.ts'
import { cloneDatabase } from '../database.ts'
import { clock } from '../rows.ts'
import { doSomething } from './actions.ts'
import { faultsInFunds } from './check.ts'
import { createFakePhone } from './fake-phone.ts'
import { buildFundsFixture } from './fixture.ts'
import type { FundsHistory } from './history-state.ts'
import { mishapsFrom } from './injected-faults.ts'

const policy = {
	phoneOrePerMinute: 100,
	topUp: { maxOrePerWeek: 100_000_000, refundAloneOre: 20_000 },
}

/**
 * Does so many things that the seed picks, with webhooks lost, doubled and out of order, Stripe and the phone system failing before
 * and after they have done what they were asked, and two workers at it; then lets the dust settle, and looks at everything.
 */
export async function runFundsHistory({ seed, steps }: { seed: number; steps: number }): Promise<{
	faults: string[]
	done: Record<string, number>
}> {
	const database = await cloneDatabase()
	const db = connect(database.appUrl, { max: 8 })
	const owner = connect(database.ownerUrl, { max: 2 })
	try {
		const random = randomFrom(seed)
		const phone = createFakePhone(randomFrom(seed + 1))
		const fixture = await buildFundsFixture(owner, db, { phone, policy })
		const history: FundsHistory = { db, owner, fixture, phone, random, now: clock, underWay: [], done: new Map() }
		Object.assign(fixture.stripe.mishaps, mishapsFrom(randomFrom(seed + 2)))
		for (let step = 0; step < steps; step++) {
			await doSomething(history)
			history.now = new Date(history.now.getTime() + random.whole(0, 20) * 60_000)
			if (random.chance(0.5)) await twoWorkers(history)
		}
		await settleDown(history)
		return { faults: await faultsInFunds(history), done: Object.fromEntries(history.done) }
	} finally {
		await Promise.all([disconnect(db), disconnect(owner)])
		await database.drop()
	}
}

/** What fails is tried again at another time, as the worker does. */
async function twoWorkers({ db, now, fixture }: FundsHistory): Promise<void> {
	const options = { work: fixture.work, onError: () => {} }
	await Promise.all([runDue(db, now, options), runDue(db, now, options)])
}

/** Nothing fails any more and nothing new happens; what was lost on the way stays lost. */
async function settleDown(history: FundsHistory): Promise<void> {
	const { db, fixture, phone } = history
	Object.assign(fixture.stripe.mishaps, { before() {}, after() {} })
	phone.calmDown()
	const until = new Date(history.now.getTime() + 6 * 86_400_000)
	await runDueUntil(db, history.now, until, { work: fixture.work })
	history.now = until
}
