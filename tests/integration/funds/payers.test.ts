import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { type PaymentState, PaymentsError } from '#app/integrations/payments.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { cancelTopUp } from '#app/services/funds/payments/cancel-top-up.server.ts'
import { evaluateTopUp } from '#app/services/funds/payments/evaluate-top-up.server.ts'
import { openTopUps, topUpByIdempotencyKey } from '#app/services/funds/payments/open-top-ups.server.ts'
import { outcomeOfTopUp } from '#app/services/funds/payments/outcome.server.ts'
import { isNumberOf, payeeOf } from '#app/services/funds/payments/payee.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { phoneOverview } from '#app/services/funds/phone-credit/phone-overview.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { protectiveOrder } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start } from './payment-gateway.ts'

const { db, owner } = await openDatabase()
let here: FundsSite
beforeEach(async () => {
	here = await paymentGateway(owner, db)
})

const payer = (which = 0, now: Date = clock) => ({
	...asVisitor(db, here.payerIds[which] ?? '', now),
	...here.paymentGateway,
})
const first = () => here.prisoners[0] ?? { id: '', number: '' }
const minutesLater = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)

it('what would be answered is what is answered, and nothing is written for it', async () => {
	const ask = { prisonerId: first().id, ore: 20_000 }
	expect(await evaluateTopUp(payer(), ask)).toEqual({ kind: 'plain', items: [] })
	expect(await evaluateTopUp(payer(), { ...ask, ore: 4_999 })).toEqual({
		kind: 'plain',
		items: [{ code: 'below-minimum' }],
	})
	const [written] = await db.execute(sql`select count(*)::int as count from top_up where prisoner_id = ${first().id}`)
	expect(written).toEqual({ count: 0 })
})

it('a restraining order shows in no price, and the answer does not say that it is one', async () => {
	const before = await phoneOverview(payer())
	await owner.insert(protectiveOrder).values({
		id: newId(clock),
		visitorId: here.payerIds[0] ?? '',
		prisonerId: first().id,
		ref: newRef(),
		fromAt: minutesLater(-60),
		toAt: minutesLater(60),
	})
	expect(await phoneOverview(payer())).toEqual(before)
	expect(await evaluateTopUp(payer(), { prisonerId: first().id, ore: 1 })).toEqual({ kind: 'neutral' })
})

it('a person is named by a permit of one’s own and the number that belongs to it', async () => {
	const { people } = await phoneOverview(payer())
	const person = people.find((one) => one.prisonerId === first().id)
	const payee = await payeeOf(payer(), person?.permitRef ?? '')
	expect(isNumberOf(payee, ` ${first().number.toLowerCase()} `)).toBe(true)
	expect(isNumberOf(payee, here.prisoners[1]?.number ?? '')).toBe(false)
	await expect(payeeOf(payer(1), payee.permitRef)).rejects.toMatchObject({ code: 'not-found' })
})

it('a payment that is given up is closed, counts no more, and leaves its row in the payer’s name', async () => {
	const { id, ref, checkoutId } = await start(here)
	expect(await openTopUps(payer())).toEqual([ref])
	expect(await openTopUps(payer(1))).toEqual([])
	await expect(cancelTopUp(payer(1), ref)).rejects.toMatchObject({ code: 'not-found' })
	expect(await cancelTopUp(payer(), ref)).toMatchObject({ state: 'abandoned' })
	expect(here.stripe.checkouts.get(checkoutId)?.page).toBe('closed')
	expect(await openTopUps(payer())).toEqual([])
	const rows = await db.execute(sql`select actor_id from audit where subject_id = ${id} and action = 'top-up.abandon'`)
	expect(rows).toEqual([{ actor_id: here.payerIds[0] }])
	expect(await cancelTopUp(payer(), ref)).toMatchObject({ state: 'abandoned' })
})

it('what was paid before it is given up stays paid', async () => {
	const { ref, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	expect(await cancelTopUp(payer(), ref)).toMatchObject({ state: 'paid' })
})

it('nothing is given up while nobody answers', async () => {
	const { id, ref } = await start(here)
	here.stripe.mishaps.before = () => {
		throw new PaymentsError('StripeConnectionError', false)
	}
	await expect(cancelTopUp(payer(), ref)).rejects.toMatchObject({ code: 'busy' })
	expect((await selectTopUp(db, { id }))?.state).toBe('started')
})

it('a form that is sent again in another language asks Stripe for the same page', async () => {
	const form = { prisonerId: first().id, ore: 20_000, idempotencyKey: randomUUID(), machineNow: new Date() }
	here.stripe.mishaps.after = () => {
		throw new PaymentsError('StripeAPIError 500', false)
	}
	await expect(startTopUp(payer(), { ...form, language: 'nn' })).rejects.toMatchObject({
		code: 'busy',
	})
	here.stripe.mishaps.after = () => {}
	expect(await startTopUp(payer(), { ...form, language: 'en' })).toMatchObject({ ok: true })
	expect(here.stripe.checkouts.size).toBe(1)
})

it('a page that Stripe will not open any more is given up, and another form opens another', async () => {
	const input = { prisonerId: first().id, ore: 20_000, machineNow: new Date(), language: 'nb' as const }
	const form = { ...input, idempotencyKey: randomUUID() }
	const answers = (refused: boolean) => {
		here.stripe.mishaps.before = () => {
			throw new PaymentsError('StripeInvalidRequestError 400', refused)
		}
	}
	answers(false)
	await expect(startTopUp(payer(), form)).rejects.toMatchObject({ code: 'busy' })
	// Too late for a page that closes after 35 minutes from the first try.
	answers(true)
	await expect(startTopUp(payer(), form)).rejects.toMatchObject({ code: 'wrong-state' })
	expect(await topUpByIdempotencyKey(payer(), form.idempotencyKey)).toMatchObject({ state: 'abandoned' })
	here.stripe.mishaps.before = () => {}
	expect(await startTopUp(payer(), { ...input, idempotencyKey: randomUUID() })).toMatchObject({
		ok: true,
	})
})

it('a form’s own payment is found by its payer alone', async () => {
	const { id, ref } = await start(here)
	const { idempotencyKey } = (await selectTopUp(db, { id })) ?? {}
	expect(await topUpByIdempotencyKey(payer(), idempotencyKey ?? '')).toEqual({ ref, state: 'started' })
	expect(await topUpByIdempotencyKey(payer(1), idempotencyKey ?? '')).toBeNull()
	expect(await topUpByIdempotencyKey(payer(), randomUUID())).toBeNull()
})

it('word is not waited for longer than that where Stripe says nothing at all', async () => {
	const { ref } = await start(here)
	let lateAnswer = () => {}
	const payments = {
		...here.stripe.payments,
		payment: (checkoutId: string) =>
			new Promise<PaymentState>((resolve) => {
				lateAnswer = () => resolve(here.stripe.payments.payment(checkoutId))
			}),
	}
	expect(await outcomeOfTopUp({ ...payer(), payments }, ref, 200)).toMatchObject({
		state: 'started',
	})
	// What Stripe says in the end is not lost on us.
	here.stripe.pay((await selectTopUp(db, { ref }))?.checkoutId ?? '')
	lateAnswer()
	await expect.poll(async () => (await selectTopUp(db, { ref }))?.state).toBe('paid')
})

it('word is waited for while it is due, and what may take days is not', async () => {
	const { ref, checkoutId } = await start(here)
	await pay(here, checkoutId)
	// A wait of an hour would end the test.
	const later = await outcomeOfTopUp(payer(0, minutesLater(3)), ref, 3_600_000)
	expect(later.state).toBe('paid')
	const waiting = outcomeOfTopUp(payer(0, minutesLater(1)), ref, 200)
	await runDue(db, clock, { work: here.work })
	expect((await waiting).state).toBe('credited')
})
