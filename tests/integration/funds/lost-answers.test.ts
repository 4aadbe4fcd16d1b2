import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { selectRefund } from '#db/queries/funds/refunds.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start } from './payment-gateway.ts'

// A refund that Stripe made while its answer and its webhooks were lost, until Stripe has forgotten the key it was asked by.

const { db, owner } = await openDatabase()
let here: FundsSite
afterAll(async () => {
	expect(await verifyLedger(db)).toEqual([])
})
beforeEach(async () => {
	here = await paymentGateway(owner, db)
})

const hoursLater = (hours: number) => new Date(clock.getTime() + hours * 3_600_000)
const due = (now = clock) => runDue(db, now, { work: here.work })

async function answerIsLost(ore: number) {
	const { id, ref, checkoutId } = await start(here)
	await pay(here, checkoutId)
	await due()
	const refund = await refundTopUp(here.officers[0], {
		topUp: ref,
		ore,
		reason: 'Asked for',
		idempotencyKey: randomUUID(),
	})
	const { after } = here.stripe.mishaps
	here.stripe.mishaps.after = (call) => {
		if (call === 'refund') throw new PaymentsError('StripeConnectionError', false)
	}
	await due()
	here.stripe.mishaps.after = after
	const created = here.stripe.checkouts.get(checkoutId)?.refunds ?? []
	expect(created).toMatchObject([{ ore, reference: refund.ref }])
	for (const one of created) one.key = null
	return { created, refundId: refund.id, topUpId: id }
}

it('in full: it is looked for before it is asked again, and found', async () => {
	const { created, refundId, topUpId } = await answerIsLost(20_000)
	await due(hoursLater(1))
	expect(await selectRefund(db, { id: refundId })).toMatchObject({ state: 'sent', stripeId: created[0]?.id })
	expect(await selectTopUp(db, { id: topUpId })).toMatchObject({ state: 'refunded', refundedOre: 20_000 })
	expect(here.stripe.calls.filter((call) => call === 'refund')).toHaveLength(1)
})

it('in part: Stripe would make it once more, so it is looked for first', async () => {
	const { created, refundId, topUpId } = await answerIsLost(5_000)
	await due(hoursLater(24))
	expect(created).toHaveLength(1)
	expect(await selectRefund(db, { id: refundId })).toMatchObject({ state: 'sent', stripeId: created[0]?.id })
	expect(await selectTopUp(db, { id: topUpId })).toMatchObject({ refundedOre: 5_000 })
})
