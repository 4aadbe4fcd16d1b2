import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import type { PhoneAnswer } from '#app/integrations/phone-system.server.ts'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { recordCall } from '#app/services/funds/phone-credit/record-call.server.ts'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { discrepancy, message, refund } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

// What becomes of money that was to go back, and that Stripe could not give back.

const { db, owner } = await openDatabase({ max: 8 })
let here: FundsSite
let phoneSays: PhoneAnswer
afterAll(async () => {
	expect(await verifyLedger(db)).toEqual([])
})
beforeEach(async () => {
	phoneSays = 'accepted'
	const policy = { phoneOrePerMinute: 100, topUp: { refundAloneOre: 10_000 } }
	here = await paymentGateway(owner, db, { policy, phone: { credit: async () => phoneSays } })
})

const minutesLater = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
const due = (now = clock) => runDue(db, now, { work: here.work })
const topUpOf = async (id: string) => selectTopUp(db, { id })
const first = () => ({ id: here.prisoners[0]?.id ?? '' })
const balance = async () => (await selectAccountMoney(db, first().id)).balanceOre
const refundsOf = (id: string) =>
	owner
		.select({ cause: refund.cause, state: refund.state })
		.from(refund)
		.where(eq(refund.topUpId, id))
		.orderBy(refund.cause)
const officerId = () => {
	const [{ actor }] = here.officers
	return actor.kind === 'officer' ? actor.officerId : null
}
const release = (now = clock) => setCustody({ ...here.system, now }, { prisoner: first(), custody: 'released' })
const call = (minutes: number, now = clock) =>
	recordCall({ ...here.system, now }, { callId: randomUUID(), prisoner: first(), minutes, endedAt: now })

async function credited(payer = 0, now = clock): Promise<{ id: string; ref: string; checkoutId: string }> {
	const created = await start(here, { payer, now })
	await pay(here, created.checkoutId, now)
	await due(now)
	return created
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

it('a payer whose card did not take the money is told that it did not come', async () => {
	const { id, ref, checkoutId } = await credited()
	const refund = { topUp: ref, ore: 1_000, reason: 'Paid by mistake', idempotencyKey: randomUUID() }
	const { id: refundId } = await refundTopUp(here.officers[0], refund)
	await due()
	await cardIsClosed(checkoutId)
	const told = await owner
		.select()
		.from(message)
		.where(and(eq(message.topUpId, id), eq(message.refundId, refundId)))
	expect(told.map(({ kind, toVisitorId }) => [kind, toVisitorId]).sort()).toEqual([
		['top-up-not-refunded', here.payerIds[0]],
		['top-up-refunded', here.payerIds[0]],
	])
})

it('a payment for somebody released, which Stripe refuses to give back, waits for an officer and is not tried over and over', async () => {
	const { id, checkoutId } = await start(here)
	await release()
	here.stripe.pay(checkoutId)
	await tell(here, 'checkout.session.completed', checkoutId)
	const before = here.stripe.mishaps.before
	let asked = 0
	here.stripe.mishaps.before = (call) => {
		// The tenth time would be the endless one.
		if (call === 'refund' && ++asked < 10) throw new PaymentsError('StripeInvalidRequestError 400', true)
	}
	await due()
	await due(minutesLater(61))
	here.stripe.mishaps.before = before
	expect(asked).toBe(1)
	expect(await refundsOf(id)).toEqual([{ cause: 'released', state: 'failed' }])
	expect(await topUpOf(id)).toMatchObject({ state: 'paid', creditedAt: null })
	expect(await balance()).toBe(20_000)
})

it('what the phone system took after it was given back is credited once the money is on the account again, and may be called for', async () => {
	phoneSays = 'pending'
	const { id, ref, checkoutId } = await start(here, { ore: 10_000 })
	await pay(here, checkoutId)
	await due()
	await refundTopUp(here.officers[0], {
		topUp: ref,
		ore: 10_000,
		reason: 'Waited too long',
		idempotencyKey: randomUUID(),
	})
	await due()
	phoneSays = 'accepted'
	await due(minutesLater(5))
	expect(await topUpOf(id)).toMatchObject({ state: 'refunded' })
	await cardIsClosed(checkoutId, minutesLater(6))
	await due(minutesLater(6))
	expect(await topUpOf(id)).toMatchObject({ state: 'credited', refundedOre: 0 })
	expect(await call(50, minutesLater(7))).toMatchObject({ ore: 5_000, uncoveredOre: 0 })
	const receipts = await owner
		.select()
		.from(message)
		.where(and(eq(message.topUpId, id), eq(message.kind, 'top-up-receipt')))
	expect(receipts).toEqual([])
	// What was called for does not go back when its time is up.
	await runDueUntil(db, minutesLater(7), minutesLater(4 * 24 * 60), { work: here.work })
	expect(await balance()).toBe(5_000)
})

it('a part that an officer gave back in vain, and that is seen to, keeps nothing of it from going back on release', async () => {
	const { id, ref, checkoutId } = await credited()
	await refundTopUp(here.officers[0], {
		topUp: ref,
		ore: 1_000,
		reason: 'Paid by mistake',
		idempotencyKey: randomUUID(),
	})
	await due()
	await cardIsClosed(checkoutId)
	const ended = { resolution: 'explained' as const, endedAt: clock, endedBy: officerId(), note: 'The payer let it be' }
	await release()
	await due()
	expect(await topUpOf(id)).toMatchObject({ state: 'credited', refundedOre: 0 })
	await owner.update(discrepancy).set(ended).where(eq(discrepancy.topUpId, id))
	await due()
	expect(await refundsOf(id)).toEqual([
		{ cause: 'officer', state: 'failed' },
		{ cause: 'released', state: 'sent' },
	])
	// What failed to go back by itself is an officer's from then on, also when it is seen to.
	await cardIsClosed(checkoutId)
	await owner.update(discrepancy).set(ended).where(eq(discrepancy.topUpId, id))
	await due()
	expect(await balance()).toBe(20_000)
})
