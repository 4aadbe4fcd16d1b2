import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId, newRef } from '#db/ids.ts'
import { courtRestriction, topUp, visitor } from '#db/schema/index.ts'
import { freePort } from '#sandbox/free-port.ts'
import { addFacility, addPermit, addPrisoner } from '#sandbox/seeds/rows.ts'
import { type Payments, startPayments } from '#sandbox/stripe/start.ts'
import type { WebBrowser } from '../http/browser.ts'
import { startWeb } from '../http/web.ts'

// The family's side of the money, by the forms of the built application.

const t = translator('nb')
const word = () => randomBytes(12).toString('hex')
const [secretKey, webhookSecret] = [`sk_test_${word()}`, `whsec_${word()}`]
const deskPort = await freePort()
const web = await startWeb({
	NODE_ENV: 'production',
	STRIPE_SECRET_KEY: secretKey,
	STRIPE_WEBHOOK_SECRETS: webhookSecret,
	STRIPE_API_BASE: `http://127.0.0.1:${deskPort}/`,
})
let folder: string
let desk: Payments
let kari: WebBrowser
let kariId: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samvaer-desk-'))
	desk = await startPayments({
		environment: 'test',
		port: deskPort,
		file: join(folder, 'payments.json'),
		...{ secretKey, webhookSecret },
		webhookUrl: `http://127.0.0.1:${web.port}${paths.stripeWebhook()}`,
		now: async () => new Date(),
		log: () => {},
	})
	expect(desk.port).toBe(deskPort)
	kari = await web.signedIn('kari')
	const [row] = await web.db.select().from(visitor)
	kariId = row?.id ?? ''
})
afterAll(async () => {
	await desk.stop()
	await rm(folder, { recursive: true })
})

/** A prisoner of a prison of their own, whom Kari may pay in for. */
async function payee(policy: Record<string, unknown> = {}): Promise<{ prisonerId: string; permitRef: string }> {
	const facilityId = await addFacility(web.db, { slug: randomUUID(), policy: { topUp: policy } })
	const prisonerId = await addPrisoner(web.db, { facilityId, number: randomUUID(), legalStatus: 'remand' })
	const permitRef = newRef()
	await addPermit(web.db, { visitorId: kariId, prisonerId, ref: permitRef })
	return { prisonerId, permitRef }
}

const check = (permitRef: string, ore: number, key: string = randomUUID()) =>
	paths.newTopUpStep('check', { for: permitRef, ore, key })
const topUpsOf = (prisonerId: string) => web.db.select().from(topUp).where(eq(topUp.prisonerId, prisonerId))

async function sessions(): Promise<{ client_reference_id: string | null; locale: string | null }[]> {
	const answer = await fetch(desk.url, { headers: { accept: 'application/json' } })
	const seen: { sessions: { client_reference_id: string | null; locale: string | null }[] } = await answer.json()
	return seen.sessions
}
const control = (run: string, form: Record<string, string> = {}) =>
	fetch(new URL(`control/${run}`, desk.url), {
		method: 'POST',
		headers: { accept: 'application/json' },
		body: new URLSearchParams(form),
	})

describe('the button that pays', () => {
	test('pressed many times at once leads to one page, and one payment', async () => {
		const { prisonerId, permitRef } = await payee()
		const address = check(permitRef, 20_000)
		const answers = await Promise.all(Array.from({ length: 8 }, () => kari.post(address)))
		const opened = answers.filter(({ status }) => status === 303).map(({ headers }) => headers.get('location'))
		// While the first is under way Stripe may tell the others to ask again; nobody is sent to another page.
		expect(opened.length).toBeGreaterThan(0)
		expect(new Set(opened).size).toBe(1)
		expect(answers.every(({ status }) => status === 303 || status === 503)).toBe(true)
		const again = await kari.post(address)
		expect([again.status, again.headers.get('location')]).toEqual([303, opened[0]])
		const rows = await topUpsOf(prisonerId)
		expect(rows).toHaveLength(1)
		expect((await sessions()).filter((one) => one.client_reference_id === rows[0]?.ref)).toHaveLength(1)
	})

	test('pressed again in another language, after the page did not open, leads to the page that was asked for first', async () => {
		const { prisonerId, permitRef } = await payee()
		const address = check(permitRef, 20_000)
		await kari.post(paths.language(), { locale: 'nb' })
		await control('fault', { kind: 'answer-lost', times: '3', on: 'POST /v1/checkout/sessions' })
		expect((await kari.post(address)).status).toBe(503)
		await control('no-faults')
		await kari.post(paths.language(), { locale: 'en' })
		const opened = await kari.post(address)
		await kari.post(paths.language(), { locale: 'nb' })
		expect([opened.status, opened.headers.get('location')]).toEqual([303, expect.stringContaining('/pay/')])
		const [row] = await topUpsOf(prisonerId)
		expect((await sessions()).filter((one) => one.client_reference_id === row?.ref)).toMatchObject([{ locale: 'nb' }])
	})
})

test('a page that Stripe itself failed to open is left for a new form, which opens one', async () => {
	const { prisonerId, permitRef } = await payee()
	const address = check(permitRef, 20_000)
	await control('fault', { kind: 'fails-after', times: '1', on: 'POST /v1/checkout/sessions' })
	const failed = await kari.post(address)
	await control('no-faults')
	expect(failed.status).toBe(503)
	expect(await failed.text()).toContain(t('phone.new.check.unavailable-anew'))
	expect((await kari.post(address)).status).toBe(503)

	const chosen = await kari.post(paths.newTopUpStep('amount', { for: permitRef, ore: 20_000 }), { amount: '20000' })
	expect(chosen.status).toBe(303)
	expect((await kari.post(chosen.headers.get('location') ?? '')).status).toBe(303)
	const shown = (await topUpsOf(prisonerId)).filter(({ checkoutUrl }) => checkoutUrl !== null)
	expect(shown).toHaveLength(1)
})

describe('what is refused', () => {
	test('above what all may pay in a week: the reader is told so, and nothing is written', async () => {
		const { prisonerId, permitRef } = await payee({ maxOrePerWeek: 30_000 })
		expect((await kari.post(check(permitRef, 20_000))).status).toBe(303)
		const refused = await kari.post(check(permitRef, 20_000))
		expect(refused.status).toBe(409)
		expect(await refused.text()).toContain(t('funds.refusal.over-weekly-limit.family'))
		expect(await topUpsOf(prisonerId)).toHaveLength(1)
		expect((await kari.post(check(permitRef, 10_000))).status).toBe(303)
	})

	test('because of a court’s order: the answer is neutral and says nothing of it', async () => {
		const { prisonerId, permitRef } = await payee()
		await web.db.insert(courtRestriction).values({
			id: newId(new Date()),
			ref: newRef(),
			prisonerId,
			type: 'phone-ban',
			fromAt: new Date(Date.now() - 86_400_000),
			toAt: new Date(Date.now() + 86_400_000),
			orderReference: 'X',
			exceptedVisitorIds: [],
			coversOfficial: false,
		})
		const page = await kari.get(check(permitRef, 20_000))
		expect(page.status).toBe(200)
		const refused = await kari.post(check(permitRef, 20_000))
		expect(refused.status).toBe(409)
		const text = await refused.text()
		expect(text).toContain(t('funds.refusal.neutral.family'))
		expect(text).not.toMatch(/court-restriction|phone-ban|rettens|domstol/i)
		expect(await topUpsOf(prisonerId)).toEqual([])
	})
})

test('whoever presses more often than anyone needs is told to wait, and others are not', async () => {
	const { permitRef } = await payee()
	const address = check(permitRef, 20_000)
	let statuses: number[] = []
	for (let n = 0; n < 70 && !statuses.includes(429); n += 10)
		statuses = (await Promise.all(Array.from({ length: 10 }, () => kari.post(address)))).map(({ status }) => status)
	expect(statuses).toContain(429)
	const ola = await web.signedIn('ola')
	// Not his to pay for: but he is heard.
	expect((await ola.post(address)).status).toBe(404)
})
