import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { runDue } from '#app/jobs/run-due.server.ts'
import { fundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import { findTopUps } from '#app/services/funds/console/search-top-ups.server.ts'
import { topUpDetails } from '#app/services/funds/console/top-up-details.server.ts'
import { myTopUps, topUpByRef } from '#app/services/funds/payments/my-top-ups.server.ts'
import { waitForOutcome } from '#app/services/funds/payments/outcome.server.ts'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'
import { phoneOverview } from '#app/services/funds/phone-credit/phone-overview.server.ts'
import { reconcile } from '#app/services/funds/reconciliation/reconcile.server.ts'
import { resolveDiscrepancy } from '#app/services/funds/reconciliation/resolve-discrepancy.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { openDatabase } from '#tests/support/database.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

const { db, owner } = await openDatabase()
let here: FundsSite
beforeAll(async () => {
	here = await paymentGateway(owner, db, { policy: { topUp: { maxOrePerWeek: 100_000_000 } } })
})

const stateOf = async (id: string) => (await selectTopUp(db, { id }))?.state
const days = (n: number) => new Date(clock.getTime() + n * 86_400_000)
/** By night, when no webhook of this test can be on its way any more. */
const byNight = { machineNow: new Date(Date.now() + 86_400_000) }
const compare = (n: number) => reconcile({ ...here.system, now: days(n) }, here.stripe.payments, byNight)
const discrepancies = (n: number) =>
	db.execute<{ kind: string; subject: string; resolution: string | null }>(
		sql`select kind, subject, resolution from discrepancy where found_at = ${days(n).toISOString()} order by kind, subject`,
	)

it('a payment that comes during the comparison, ahead of its webhook, is caught up on and not named as unknown', async () => {
	const { id, checkoutId } = await start(here)
	const payments = {
		...here.stripe.payments,
		movements: async (since: Date) => {
			here.stripe.pay(checkoutId)
			here.stripe.event('checkout.session.completed', checkoutId)
			return here.stripe.payments.movements(since)
		},
	}
	await reconcile({ ...here.system, now: days(0.5) }, payments, byNight)
	expect(await stateOf(id)).toBe('paid')
	const { chargeId } = (await selectTopUp(db, { id })) ?? {}
	expect(chargeId).toBeTruthy()
	expect((await discrepancies(0.5)).filter(({ subject }) => subject === chargeId)).toEqual([])
})

it('a payment whose webhooks were all lost is caught up on, and told as put right', async () => {
	const { id, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	const { id: subject } = here.stripe.event('checkout.session.completed', checkoutId)
	expect(await compare(1)).toBe(1)
	expect(await stateOf(id)).toBe('paid')
	expect(await discrepancies(1)).toEqual([{ kind: 'missed-event', subject, resolution: 'repaired' }])
	expect(await compare(1)).toBeNull()
})

it('a payment whose webhook may still be on its way by night is caught up on and is none that was missed', async () => {
	const { id, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	const event = here.stripe.event('checkout.session.completed', checkoutId)
	const at = days(1.5)
	await reconcile({ ...here.system, now: at }, here.stripe.payments, { machineNow: new Date() })
	expect(await stateOf(id)).toBe('paid')
	expect(await discrepancies(1.5)).toEqual([])
	// And when it comes, it is no news.
	const webhook = here.stripe.webhook(event)
	expect(await receiveWebhook({ ...here.system, ...here.paymentGateway }, { ...webhook, machineNow: new Date() })).toBe(
		true,
	)
	expect(await db.execute(sql`select came_by from stripe_event where id = ${event.id}`)).toEqual([
		{ came_by: 'reconciliation' },
	])
})

it('all that agrees is told of in no way', async () => {
	const { checkoutId } = await start(here)
	await pay(here, checkoutId)
	await runDue(db, clock, { work: here.work })
	here.stripe.refund(checkoutId, 5_000)
	await tell(here, 'charge.refunded', checkoutId)
	here.stripe.dispute(checkoutId, 3_000)
	await tell(here, 'charge.dispute.created', checkoutId)
	expect(await compare(2)).toBe(0)
})

it('what moved at Stripe alone, otherwise than booked, or in the books alone is named, both ways', async () => {
	const stranger = await here.stripe.payments.openCheckout({
		...{ id: 'stranger', reference: 'STRANGER', ore: 700, until: clock, language: 'nb', doneUrl: '', backUrl: '' },
	})
	here.stripe.pay(stranger.checkoutId)
	const [one, other] = [await start(here), await start(here)]
	await pay(here, one.checkoutId, days(3))
	await pay(here, other.checkoutId, days(3))
	// As if the books had been written otherwise than Stripe moved the funds.
	await owner.execute(sql`alter table top_up disable trigger top_up_step`)
	await owner.execute(sql`update top_up set charge_id = 'ch_nowhere' where id = ${one.id}`)
	const [booked] = await owner.execute<{ charge_id: string }>(
		sql`update top_up set ore = 19000 where id = ${other.id} returning charge_id`,
	)
	await owner.execute(sql`alter table top_up enable trigger top_up_step`)
	expect(await compare(3)).toBeGreaterThan(0)
	const found = await discrepancies(3)
	expect(found.map(({ kind }) => kind)).toEqual([
		'amount-differs',
		'balance-differs',
		'only-at-stripe',
		'only-at-stripe',
		'only-in-ledger',
	])
	expect(found[0]?.subject).toBe(booked?.charge_id)
	expect(found[4]?.subject).toBe('ch_nowhere')
})

it('what was given back at Stripe with nothing left of it is named once, as its prisoner’s', async () => {
	const { id, ref, checkoutId } = await start(here)
	await pay(here, checkoutId, days(8))
	await runDue(db, days(8), { work: here.work })
	const refund = { topUp: ref, ore: 20_000, reason: 'Asked for', idempotencyKey: crypto.randomUUID() }
	await refundTopUp({ ...here.officers[0], now: days(8) }, refund)
	// In Stripe's own console, while ours is on its way.
	here.stripe.refund(checkoutId, 20_000)
	await tell(here, 'charge.refunded', checkoutId, days(8))
	const elsewhere = here.stripe.checkouts.get(checkoutId)?.refunds[0]?.id ?? ''
	await compare(9)
	const named = await db.execute(sql`select kind, top_up_id from discrepancy where subject = ${elsewhere}`)
	expect(named).toEqual([{ kind: 'returned-twice', top_up_id: id }])
})

it('an officer sees what differs, ends it with a note, and what can be put right is', async () => {
	const { id, ref, checkoutId } = await start(here)
	here.stripe.pay(checkoutId, { ore: 1 })
	await tell(here, 'checkout.session.completed', checkoutId)
	const desk = await fundsOverview(here.officers[0])
	const open = desk.discrepancies.find(({ topUpRef }) => topUpRef === ref)
	expect(open?.discrepancy).toMatchObject({ kind: 'payment-mismatch', stripeOre: 1, ledgerOre: 20_000 })
	const input = { discrepancy: open?.discrepancy.ref ?? '', note: 'Stripe has put the amount right' }
	await expect(
		resolveDiscrepancy({ ...here.officers[0], ...here.paymentGateway }, { ...input, note: '' }),
	).rejects.toMatchObject({
		code: 'incomplete',
	})
	const truth = here.stripe.checkouts.get(checkoutId)
	if (truth) truth.ore = 20_000
	expect(await resolveDiscrepancy({ ...here.officers[0], ...here.paymentGateway }, input)).toBe('repaired')
	expect(await stateOf(id)).toBe('paid')
	expect(await resolveDiscrepancy({ ...here.officers[0], ...here.paymentGateway }, input)).toBe('repaired')
	await expect(resolveDiscrepancy({ ...here.officers[1], ...here.paymentGateway }, input)).rejects.toMatchObject({
		code: 'wrong-state',
	})
})

it('an officer finds a top-up and reads its whole story; each look leaves its row', async () => {
	const { id, ref, checkoutId } = await start(here)
	await pay(here, checkoutId)
	await runDue(db, clock, { work: here.work })
	const { topUps } = await findTopUps(here.officers[0], { text: ref.toLowerCase() })
	expect(topUps.map(({ topUp }) => topUp.ref)).toEqual([ref])
	const story = await topUpDetails(here.officers[0], ref)
	expect(story.entries).toMatchObject([
		{ kind: 'paid', account: 'stripe-clearing', ore: -20_000 },
		{ kind: 'paid', ore: 20_000 },
	])
	expect(story.events).toMatchObject([{ type: 'checkout.session.completed', cameBy: 'webhook' }])
	expect(story.actions).toEqual(['refund'])
	const looks = await db.execute(sql`select action from audit where subject_id = ${id} and action = 'top-up.view'`)
	expect(looks).toHaveLength(1)
})

it("a payer sees their own, and another's is not there", async () => {
	const { ref } = await start(here, { payer: 0 })
	const [own, other] = [asVisitor(db, here.payerIds[0] ?? ''), asVisitor(db, here.payerIds[1] ?? '')]
	expect(await topUpByRef(own, ref)).toMatchObject({ state: 'started', minutes: 266, url: expect.any(String) })
	expect((await myTopUps(own)).some((one) => one.ref === ref)).toBe(true)
	expect((await myTopUps(other)).some((one) => one.ref === ref)).toBe(false)
	await expect(topUpByRef(other, ref)).rejects.toMatchObject({ code: 'not-found' })
	await expect(waitForOutcome({ ...other, ...here.paymentGateway }, ref)).rejects.toMatchObject({ code: 'not-found' })
	expect(await phoneOverview({ ...own, ...here.paymentGateway })).toMatchObject({
		open: true,
		people: [{ takesMoney: true, orePerMinute: 75 }, { minutesPerWeek: 30 }],
	})
	expect((await phoneOverview({ ...own, ...here.paymentGateway, payments: null })).open).toBe(false)
})

it('who comes back from paying waits for word, and Stripe is asked once meanwhile', async () => {
	const { ref, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	const asked = here.stripe.calls.filter((call) => call === 'payment').length
	const told = await waitForOutcome({ ...asVisitor(db, here.payerIds[0] ?? ''), ...here.paymentGateway }, ref, 100)
	expect(told.state).toBe('paid')
	expect(here.stripe.calls.filter((call) => call === 'payment').length - asked).toBe(1)
})

it('an officer ends nothing about a payment by somebody close to them; what is put right is by nobody’s hand', async () => {
	const { id, ref, checkoutId } = await start(here, { payer: 2 })
	here.stripe.pay(checkoutId, { ore: 2 })
	await tell(here, 'checkout.session.completed', checkoutId)
	const [related, other] = here.officers
	const discrepancy = async () =>
		(await fundsOverview(other)).discrepancies.find(({ topUpRef }) => topUpRef === ref)?.discrepancy.ref ?? ''
	const input = { discrepancy: await discrepancy(), note: 'Put right at Stripe' }
	const truth = here.stripe.checkouts.get(checkoutId)
	if (truth) truth.ore = 20_000
	const officerId = related.actor.kind === 'officer' ? related.actor.officerId : ''
	await owner.execute(sql`insert into officer_relation values (${officerId}, ${here.payerIds[2]})`)
	await expect(resolveDiscrepancy({ ...related, ...here.paymentGateway }, input)).rejects.toMatchObject({
		code: 'not-allowed',
	})
	expect(await stateOf(id)).toBe('started')
	expect(await resolveDiscrepancy({ ...other, ...here.paymentGateway }, input)).toBe('repaired')
	const by =
		await owner.execute(sql`select action, actor_kind from audit where subject_id = ${id} and action = 'top-up.paid'
		union all select a.action, a.actor_kind from audit a join discrepancy d on d.id = a.subject_id where d.top_up_id = ${id}`)
	expect(by).toEqual([
		{ action: 'top-up.paid', actor_kind: 'system' },
		{ action: 'discrepancy.resolve', actor_kind: 'officer' },
	])
})
