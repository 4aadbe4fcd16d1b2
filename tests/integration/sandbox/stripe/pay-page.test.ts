import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, entry, openDesk } from './payments.ts'

let desk: Desk

beforeAll(async () => {
	desk = await openDesk()
})

afterAll(() => desk.stop())

const open = async (extra: Parameters<Desk['stripe']['checkout']['sessions']['create']>[0] = {}) =>
	(await desk.stripe.checkout.sessions.create({ ...entry(20_050), ...extra })).id
const page = async (path: string, headers: Record<string, string> = {}) => {
	const answer = await fetch(new URL(path, desk.payments.url), { headers, redirect: 'manual' })
	return {
		status: answer.status,
		html: await answer.text(),
		policy: answer.headers.get('content-security-policy') ?? '',
	}
}
const paymentOf = async (id: string) => {
	const session = await desk.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
	const intent = session.payment_intent
	if (typeof intent !== 'object' || intent === null) throw new Error('No payment')
	return { session, intent }
}

test('the page says what and how much, in the language asked for, without script', async () => {
	const id = await open()
	const nb = await page(`/pay/${id}`)
	expect(nb.html).toContain('<html lang="nb">')
	expect(nb.html).toContain('Betal 200,50 kr')
	expect(nb.html).toContain('Påfyll av samtaler')
	expect(nb.html).not.toContain('<script')
	expect(nb.policy).toContain("form-action 'self' http://localhost:3000;")
	const en = await page(`/pay/${id}?lang=en`)
	expect(en.html).toContain('<html lang="en">')
	expect(en.html).toContain('Pay 200.50 kr')
	const auto = await open({ locale: 'auto' })
	expect((await page(`/pay/${auto}`, { 'accept-language': 'en-GB,en' })).html).toContain('<html lang="en">')
	expect((await page(`/pay/${auto}`, { 'accept-language': 'nn,nb' })).html).toContain('<html lang="nb">')
})

test.each([
	['no-money', 'card_declined', 'insufficient_funds', 'ikke nok penger'],
	['declined', 'card_declined', 'generic_decline', 'Banken avviste kortet'],
	['lost', 'card_declined', 'lost_card', 'Banken avviste kortet'],
	['expired', 'expired_card', 'expired_card', 'Kortet er utløpt'],
	['wrong-code', 'incorrect_cvc', 'incorrect_cvc', 'Sikkerhetskoden stemmer ikke'],
	['fault', 'processing_error', 'processing_error', 'Banken svarte ikke'],
])('a card can be declined (%s), and another one tried', async (card, code, reason, words) => {
	const id = await open()
	const answer = await desk.pay(id, { card })
	expect(answer.status).toBe(303)
	const again = await page(answer.headers.get('location') ?? '')
	expect(again.html).toContain('role="alert"')
	expect(again.html).toContain(words)
	expect(again.html).toContain(`value="${card}" checked`)
	const { intent, session } = await paymentOf(id)
	expect(session.status).toBe('open')
	expect(intent).toMatchObject({
		status: 'requires_payment_method',
		last_payment_error: { type: 'card_error', code, decline_code: reason },
		latest_charge: { status: 'failed', paid: false, failure_code: code, balance_transaction: null },
	})
	expect((await desk.pay(id, { card: 'accepted' })).headers.get('location')).toContain('/phone/T1')
	const after = await paymentOf(id)
	expect(after.intent.id).toBe(intent.id)
	expect(after.intent).toMatchObject({ status: 'succeeded', last_payment_error: null })
	expect((await desk.stripe.charges.list({ payment_intent: intent.id })).data.map((one) => one.status)).toEqual([
		'succeeded',
		'failed',
	])
})

test('the bank may ask who it is, and gets yes or no', async () => {
	const id = await open()
	const bank = await desk.pay(id, { card: 'asks' })
	const asked = await page(bank.headers.get('location') ?? '')
	expect(asked.html).toContain('Vil du godkjenne en betaling på 200,50 kr')
	expect((await paymentOf(id)).intent.status).toBe('requires_action')
	const no = await desk.pay(`${id}/bank`, { answer: 'no' })
	const back = await page(no.headers.get('location') ?? '')
	expect(back.html).toContain('Banken fikk ikke vite at det er deg')
	expect((await paymentOf(id)).intent).toMatchObject({
		status: 'requires_payment_method',
		last_payment_error: { code: 'payment_intent_authentication_failure' },
	})
	// An answer to a question that is not asked any more pays nothing.
	await desk.pay(`${id}/bank`, { answer: 'yes' })
	expect((await paymentOf(id)).session.payment_status).toBe('unpaid')
	await desk.pay(id, { card: 'asks' })
	expect((await desk.pay(`${id}/bank`, { answer: 'yes' })).headers.get('location')).toContain('/phone/T1')
	const { intent } = await paymentOf(id)
	const charge = intent.latest_charge
	expect(intent.status).toBe('succeeded')
	expect(typeof charge === 'object' ? charge?.payment_method_details?.card?.three_d_secure?.result : null).toBe(
		'authenticated',
	)
})

test('two clicks pay once, and both end in the same place', async () => {
	const id = await open()
	const both = await Promise.all([desk.pay(id, { card: 'accepted' }), desk.pay(id, { card: 'accepted' })])
	const places = both.map((one) => one.headers.get('location'))
	expect(places).toEqual([`http://localhost:3000/phone/T1?s=${id}`, `http://localhost:3000/phone/T1?s=${id}`])
	const { intent } = await paymentOf(id)
	expect((await desk.stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1)
})

test('who stays after paying, comes too late, or has a wrong address is told so', async () => {
	const id = await open()
	const stayed = await desk.pay(id, { card: 'accepted', stay: 'yes' })
	expect((await page(stayed.headers.get('location') ?? '')).html).toContain('Betalingen er gjort')
	const closed = await open()
	await desk.stripe.checkout.sessions.expire(closed)
	const over = await page(`/pay/${closed}`)
	expect(over.status).toBe(410)
	expect(over.html).toContain('ingenting er trukket')
	expect(over.html).toContain('href="http://localhost:3000/phone/new"')
	expect((await page('/pay/cs_test_none')).status).toBe(404)
})

test('a page elsewhere cannot pay', async () => {
	const id = await open()
	const answer = await fetch(`${desk.payments.url}pay/${id}`, {
		method: 'POST',
		headers: { origin: 'http://elsewhere.example' },
		body: new URLSearchParams({ card: 'accepted' }),
	})
	expect(answer.status).toBe(403)
	expect((await desk.stripe.checkout.sessions.retrieve(id)).status).toBe('open')
})

test('a name that is code stays text', async () => {
	const name = '<img src=x onerror=alert(1)>'
	const [first] = entry().line_items ?? []
	if (!first?.price_data) throw new Error('No line')
	const id = await open({ line_items: [{ ...first, price_data: { ...first.price_data, product_data: { name } } }] })
	const { html } = await page(`/pay/${id}`)
	expect(html).not.toContain(name)
	expect(html).toContain('onerror=alert')
})

test('the control page shows what was paid and what can happen to it', async () => {
	const id = await open()
	await desk.pay(id, { card: 'accepted' })
	const { html } = await page('/')
	expect(html).toContain('Kortholderen bestrider')
	expect(html).toContain('200,50 kr')
	expect(html).not.toContain('<script')
	const { intent } = await paymentOf(id)
	await desk.stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 })
	await desk.control('dispute', { payment_intent: intent.id })
	const later = await page('/')
	expect(later.html).toContain('Samvær får rett')
	expect(later.html).toContain('Banken sender tilbake')
	expect(later.html).toContain('Bestridt')
})
