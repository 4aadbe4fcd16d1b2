import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import { acceptsAtOnce, type PhoneSystem } from '#app/integrations/phone-system.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start } from './payment-gateway.ts'

// An answer that does not come takes half a minute: the worker has other things to do, and is ended after two minutes of one.

const { db, owner } = await openDatabase()
let here: FundsSite
beforeEach(async () => {
	here = await paymentGateway(owner, db, { phone: acceptsAtOnce, policy: { topUp: { maxOrePerWeek: 100_000_000 } } })
})

const minutesLater = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
const due = (now: Date) => runDue(db, now, { work: here.work })
const stateOf = async (id: string) => (await selectTopUp(db, { id }))?.state

/** How often Stripe was asked, while it gave no answer to anything. */
async function askedInVain(run: () => Promise<unknown>): Promise<number> {
	const { before } = here.stripe.mishaps
	let asked = 0
	here.stripe.mishaps.before = () => {
		asked++
		throw new PaymentsError('StripeConnectionError', false)
	}
	await run()
	here.stripe.mishaps.before = before
	return asked
}

it('while Stripe gives no answer, the first refund of a batch asks for all; they are made when it answers', async () => {
	const created = await Promise.all(Array.from({ length: 5 }, () => start(here)))
	for (const { checkoutId } of created) await pay(here, checkoutId)
	await due(clock)
	for (const { ref } of created)
		await refundTopUp(here.officers[0], { topUp: ref, ore: 1_000, reason: 'Asked for', idempotencyKey: randomUUID() })
	expect(await askedInVain(() => due(clock))).toBe(1)
	await due(minutesLater(5))
	for (const { checkoutId } of created) expect(here.stripe.checkouts.get(checkoutId)?.refunds).toHaveLength(1)
})

it('one refund that fails in a way of its own keeps none of the others from being made, and is not silent', async () => {
	const created = [await start(here), await start(here), await start(here)]
	for (const { checkoutId } of created) await pay(here, checkoutId)
	await due(clock)
	for (const { ref } of created)
		await refundTopUp(here.officers[0], { topUp: ref, ore: 1_000, reason: 'Asked for', idempotencyKey: randomUUID() })
	const { before } = here.stripe.mishaps
	let first = true
	here.stripe.mishaps.before = (call) => {
		if (call !== 'refund' || !first) return
		first = false
		throw new Error('Something else')
	}
	await expect(due(clock)).rejects.toThrow()
	here.stripe.mishaps.before = before
	const refunds = () => created.flatMap(({ checkoutId }) => here.stripe.checkouts.get(checkoutId)?.refunds ?? [])
	expect(refunds()).toHaveLength(2)
	await due(minutesLater(3))
	expect(refunds()).toHaveLength(3)
})

it('one credit that fails in a way of its own keeps none of the others from being told, and is not silent', async () => {
	let first = true
	const phone: PhoneSystem = {
		credit: async () => {
			if (!first) return 'accepted'
			first = false
			// No answer that a phone system may give: the database refuses it.
			return JSON.parse('"lost"')
		},
	}
	here = await paymentGateway(owner, db, { phone })
	const created = [await start(here), await start(here), await start(here)]
	for (const { checkoutId } of created) await pay(here, checkoutId)
	await expect(due(clock)).rejects.toThrow()
	const states = await Promise.all(created.map(({ id }) => stateOf(id)))
	expect(states.sort()).toEqual(['credited', 'credited', 'paid'])
})

it('while Stripe gives no answer, the first page of a batch asks for all; they are looked at when it answers', async () => {
	const created = await Promise.all(Array.from({ length: 5 }, () => start(here)))
	expect(await askedInVain(() => due(minutesLater(36)))).toBe(1)
	await due(minutesLater(36 + 31))
	for (const { id } of created) expect(await stateOf(id)).toBe('abandoned')
})
