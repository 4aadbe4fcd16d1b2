import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { PhoneAnswer } from '#app/integrations/phone-system.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { setCustody } from '#app/services/events/set-custody.server.ts'
import { recordCall } from '#app/services/funds/record-call.server.ts'
import { verifyBooks } from '#app/services/funds/verify-books.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { pay, start, type Till, tell, till } from './till.ts'

// What becomes of money that was to go back, and that Stripe could not give back.

let database: TestDatabase
let db: Db
let owner: Db
let here: Till
let phoneSays: PhoneAnswer
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 8 })
	owner = connect(database.ownerUrl, { max: 2 })
})
afterAll(async () => {
	expect(await verifyBooks(db)).toEqual([])
	await Promise.all([disconnect(db), disconnect(owner)])
	await database.drop()
})
beforeEach(async () => {
	phoneSays = 'accepted'
	const policy = { phoneOrePerMinute: 100, topUp: { refundAloneOre: 10_000 } }
	here = await till(owner, db, { policy, phone: { credit: async () => phoneSays } })
})

const minutesLater = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
const due = (now = clock) => runDue(db, now, { work: here.work })
const topUpOf = async (id: string) => selectTopUp(db, { id })
const first = () => ({ id: here.prisoners[0]?.id ?? '' })
const balance = async () => (await selectAccountMoney(db, first().id)).balanceOre
const release = (now = clock) => setCustody({ ...here.system, now }, { prisoner: first(), custody: 'released' })
const call = (minutes: number, now = clock) =>
	recordCall({ ...here.system, now }, { callId: randomUUID(), prisoner: first(), minutes, endedAt: now })

async function credited(payer = 0, now = clock): Promise<{ id: string; ref: string; checkoutId: string }> {
	const made = await start(here, { payer, now })
	await pay(here, made.checkoutId, now)
	await due(now)
	return made
}

/** The payer's card is closed: what Stripe gave back comes to it again. */
async function cardIsClosed(checkoutId: string, now = clock): Promise<void> {
	here.stripe.failRefund(here.stripe.checkouts.get(checkoutId)?.refunds.at(-1)?.id ?? '')
	await tell(here, 'refund.failed', checkoutId, now)
}

it('the rest of somebody released that one payer’s card would not take is not given to another payer', async () => {
	const spent = await credited(0)
	await call(200)
	const unspent = await credited(1, minutesLater(1))
	await release(minutesLater(2))
	await due(minutesLater(2))
	expect(await balance()).toBe(0)
	await cardIsClosed(unspent.checkoutId, minutesLater(3))
	await due(minutesLater(3))
	expect(await topUpOf(spent.id)).toMatchObject({ refundedOre: 0, state: 'credited' })
	expect(await balance()).toBe(20_000)
})
