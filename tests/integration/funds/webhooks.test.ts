import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { topUpByRef } from '#app/services/funds/payments/my-top-ups.server.ts'
import { openTopUps } from '#app/services/funds/payments/open-top-ups.server.ts'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { openDatabase } from '#tests/support/database.ts'
import { createFakeStripe } from '#tests/support/funds/fake-stripe.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

const { db, owner } = await openDatabase({ max: 8 })
let here: FundsSite
beforeAll(async () => {
	here = await paymentGateway(owner, db, { policy: { topUp: { maxOrePerWeek: 100_000_000 } } })
})

const stateOf = async (id: string) => (await selectTopUp(db, { id }))?.state
const eventsOf = async (id: string) => (await db.execute(sql`select from stripe_event where top_up_id = ${id}`)).length

describe('a webhook', () => {
	const seconds = (n: number) => new Date(Date.now() + n * 1_000)

	it.each([
		['signed by another', { secret: 'whsec_ffffffffffffffffffff' }],
		['five minutes old', { at: seconds(-310) }],
		['from the future', { at: seconds(310) }],
	])('that is %s is not believed, and nothing is written', async (_, signing) => {
		const { id, checkoutId } = await start(here)
		here.stripe.pay(checkoutId)
		const webhook = here.stripe.webhook(here.stripe.event('checkout.session.completed', checkoutId), signing)
		const input = { ...webhook, machineNow: new Date() }
		expect(await receiveWebhook({ ...here.system, ...here.paymentGateway }, input)).toBe(false)
		expect(await stateOf(id)).toBe('started')
		expect(await eventsOf(id)).toBe(0)
	})

	it.each(['', 't=1', 'v1=abc', 't=x,v1=abc', `t=${Math.floor(Date.now() / 1000)},v1=00`])(
		'with the signature “%s” is not believed',
		async (signature) => {
			const { checkoutId } = await start(here)
			const { body } = here.stripe.webhook(here.stripe.event('checkout.session.completed', checkoutId))
			const input = { body, signature, machineNow: new Date() }
			expect(await receiveWebhook({ ...here.system, ...here.paymentGateway }, input)).toBe(false)
		},
	)

	it('whose body was changed on the way is not believed', async () => {
		const { checkoutId } = await start(here)
		const { body, signature } = here.stripe.webhook(here.stripe.event('checkout.session.completed', checkoutId))
		const input = { body: `${body} `, signature, machineNow: new Date() }
		expect(await receiveWebhook({ ...here.system, ...here.paymentGateway }, input)).toBe(false)
	})

	it('is believed by either secret while one takes the place of the other', async () => {
		const [before, after] = ['whsec_aaaaaaaaaaaaaaaaaaaa', 'whsec_bbbbbbbbbbbbbbbbbbbb']
		const stripe = createFakeStripe([after, before])
		const { checkoutId } = await stripe.payments.openCheckout({
			...{ id: 'x', reference: 'X', ore: 1, until: clock, language: 'nb', doneUrl: '', backUrl: '' },
		})
		const event = stripe.event('checkout.session.completed', checkoutId)
		for (const secret of [before, after]) {
			const { body, signature } = stripe.webhook(event, { secret })
			expect(stripe.payments.readEvent(body, signature, new Date())?.id).toBe(event.id)
		}
	})

	it('that says what is not so changes nothing: where things stand is asked for', async () => {
		const { id, checkoutId } = await start(here)
		expect(await tell(here, 'checkout.session.completed', checkoutId)).toBe(true)
		expect(await stateOf(id)).toBe('started')
		expect(await eventsOf(id)).toBe(1)
	})

	it('about a payment of somebody else is written down and left at that', async () => {
		const { checkoutId } = await here.stripe.payments.openCheckout({
			...{ id: 'other', reference: 'OTHER', ore: 1, until: clock, language: 'nb', doneUrl: '', backUrl: '' },
		})
		here.stripe.pay(checkoutId)
		expect(await tell(here, 'checkout.session.completed', checkoutId)).toBe(true)
		const rows = await db.execute(sql`select top_up_id from stripe_event where object_id = ${checkoutId}`)
		expect(rows).toMatchObject([{ top_up_id: null }])
	})

	const created = Math.floor(Date.now() / 1000)
	const signed = (body: string) => {
		const event = here.stripe.event('checkout.session.completed', [...here.stripe.checkouts.keys()][0] ?? '')
		return { ...here.stripe.webhook(event, { body }), machineNow: new Date() }
	}
	const receive = (body: string) => receiveWebhook({ ...here.system, ...here.paymentGateway }, signed(body))

	it.each<[string, string, unknown]>([
		['a session that nobody has', 'checkout.session.completed', { object: { id: 'cs_unknown' } }],
		['a payment that nobody has', 'charge.refunded', { object: { id: 'ch_1', payment_intent: 'pi_unknown' } }],
		['an object without a name', 'checkout.session.completed', { object: {} }],
		['an object with a NUL in its name', 'checkout.session.completed', { object: { id: 'cs_\0' } }],
		['a name that is a number', 'checkout.session.completed', { object: { id: 7 } }],
		['a payment that is none', 'refund.failed', { object: { id: 're_1', payment_intent: { id: '' } } }],
		['no object', 'checkout.session.completed', {}],
		['nothing at all', 'checkout.session.completed', null],
		['what we do not ask to be told', 'customer.created', { object: { id: 'cus_1' } }],
	])('about %s is written down, once, and not asked for again', async (what, type, about) => {
		await start(here)
		const id = `evt_${what.replaceAll(/\W/g, '')}`
		const body = JSON.stringify({ id, object: 'event', type, created, livemode: true, data: about })
		expect([await receive(body), await receive(body)]).toEqual([true, true])
		const rows = await db.execute(sql`select type, top_up_id from stripe_event where id = ${id}`)
		expect(rows).toEqual([{ type, top_up_id: null }])
	})

	it.each([
		'[]',
		'{}',
		'null',
		'7',
		'""',
		'{',
		JSON.stringify({ id: 'evt_\0', type: 'charge.refunded', created, data: {} }),
		JSON.stringify({ id: 'evt_x', type: 'charge\0', created, data: {} }),
		JSON.stringify({ id: 7, type: 'charge.refunded', created, data: {} }),
		JSON.stringify({ id: 'evt_x', type: 'charge.refunded', created: 1e300, data: {} }),
		JSON.stringify({ id: 'evt_x', type: 'charge.refunded', created: -1, data: {} }),
		JSON.stringify({ id: 'evt_x', type: 'charge.refunded', data: {} }),
		JSON.stringify({ id: 'x'.repeat(10_000), type: 'charge.refunded', created, data: {} }),
	])('that is signed and is no event, as %s, is refused, and nothing is written', async (body) => {
		await start(here)
		const before = await db.execute(sql`select from stripe_event`)
		expect(await receive(body)).toBe(false)
		expect(await db.execute(sql`select from stripe_event`)).toHaveLength(before.length)
	})

	it('that comes twenty times at once is taken once', async () => {
		const { id, checkoutId } = await start(here)
		here.stripe.pay(checkoutId)
		const webhook = here.stripe.webhook(here.stripe.event('checkout.session.completed', checkoutId))
		const input = { ...webhook, machineNow: new Date() }
		const send = () => receiveWebhook({ ...here.system, ...here.paymentGateway }, input)
		expect(await Promise.all(Array.from({ length: 20 }, send))).not.toContain(false)
		expect(await stateOf(id)).toBe('paid')
		expect(await eventsOf(id)).toBe(1)
	})

	it('is answered busy while Stripe cannot be asked, and leaves no trace, so that it is taken when it comes again', async () => {
		const { id, checkoutId } = await start(here)
		here.stripe.pay(checkoutId)
		const webhook = here.stripe.webhook(here.stripe.event('checkout.session.completed', checkoutId))
		const send = () =>
			receiveWebhook({ ...here.system, ...here.paymentGateway }, { ...webhook, machineNow: new Date() })
		here.stripe.mishaps.before = () => {
			throw new PaymentsError('StripeConnectionError', false)
		}
		await expect(send()).rejects.toMatchObject({ code: 'busy' })
		here.stripe.mishaps.before = () => {}
		expect(await eventsOf(id)).toBe(0)
		expect(await send()).toBe(true)
		expect(await stateOf(id)).toBe('paid')
	})
})

describe('a payment that is not as it was agreed', () => {
	it.each([{ ore: 19_999 }, { currency: 'sek' }, { live: true }, { reference: 'SOMEBODYELSE' }])(
		'%o is not credited, and an officer is told',
		async (change) => {
			const { id, checkoutId } = await start(here)
			here.stripe.pay(checkoutId, change)
			await tell(here, 'checkout.session.completed', checkoutId)
			await runDue(db, clock, { work: here.work })
			expect(await stateOf(id)).toBe('started')
			const noted = await db.execute(sql`select kind, subject from discrepancy where top_up_id = ${id}`)
			expect(noted).toEqual([{ kind: 'payment-mismatch', subject: checkoutId }])
		},
	)

	it('is not offered to be paid again, and is over once Stripe has given all of it back', async () => {
		const { id, ref, checkoutId } = await start(here)
		const payer = asVisitor(db, here.payerIds[0] ?? '')
		here.stripe.pay(checkoutId, { ore: 15_000 })
		await tell(here, 'checkout.session.completed', checkoutId)
		expect(await topUpByRef(payer, ref)).toMatchObject({ state: 'started', url: null, otherwise: true })
		here.stripe.refund(checkoutId, 10_000)
		await tell(here, 'charge.refunded', checkoutId)
		expect(await stateOf(id)).toBe('started')
		here.stripe.refund(checkoutId)
		await tell(here, 'charge.refunded', checkoutId)
		expect(await topUpByRef(payer, ref)).toMatchObject({ state: 'abandoned', url: null, otherwise: true })
		expect(await openTopUps(payer)).not.toContain(ref)
	})
})

describe('a page that was opened while we were stopped', () => {
	it('is found again by its reference, and by the same key when the form is sent again', async () => {
		const { id, ref, checkoutId } = await start(here)
		// As it stands when the process ended between Stripe's answer and our writing it down.
		await owner.execute(sql`update top_up set checkout_id = null, checkout_url = null where id = ${id}`)
		await pay(here, checkoutId)
		expect(await selectTopUp(db, { ref })).toMatchObject({ state: 'paid', checkoutId })
	})

	it('and paid otherwise than agreed is known by its name from then on, so that Stripe can be asked again', async () => {
		const { id, ref, checkoutId } = await start(here)
		await owner.execute(sql`update top_up set checkout_id = null, checkout_url = null where id = ${id}`)
		here.stripe.pay(checkoutId, { ore: 1 })
		await tell(here, 'checkout.session.completed', checkoutId)
		expect(await selectTopUp(db, { ref })).toMatchObject({ state: 'started', checkoutId })
	})
})
