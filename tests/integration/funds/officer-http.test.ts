import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId, newRef } from '#db/ids.ts'
import { book } from '#db/queries/funds/ledger.ts'
import {
	alertAcknowledgement,
	discrepancy,
	officerRole,
	prisoner,
	refund,
	topUp,
	visitor,
	webSession,
} from '#db/schema/index.ts'
import { addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import type { WebBrowser } from '../http/browser.ts'
import { startWeb } from '../http/web.ts'

// The officers' side of the money, by the forms of the built application.

const t = translator('nb')
const web = await startWeb()
let nora: WebBrowser
let per: WebBrowser
let prisonerId: string
let payerId: string
beforeAll(async () => {
	const { hal, bjo } = web.facilities
	await web.db.insert(officerRole).values([
		{ officerId: web.officers.nora, facilityId: hal, role: 'finance' },
		{ officerId: web.officers.per, facilityId: hal, role: 'finance' },
	])
	await web.db.delete(officerRole).where(eq(officerRole.facilityId, bjo))
	prisonerId = await addPrisoner(web.db, { facilityId: hal, number: 'H-1001' })
	payerId = await addVisitor(web.db, { givenName: 'Kari', familyName: 'Nordmann' })
	nora = await web.signedIn('nora')
	per = await web.signedIn('per')
})
beforeEach(() => web.db.update(webSession).set({ authenticatedAt: new Date() }))

/** Paid and credited, put in place as it is. */
async function credited(): Promise<string> {
	const now = new Date()
	const [id, ref] = [newId(now), newRef()]
	await web.db.insert(topUp).values({
		...{ id, ref, payerId, prisonerId, facilityId: web.facilities.hal, ore: 20_000, state: 'credited' },
		...{ startedAt: now, checkoutUntil: now, paidAt: now, creditedAt: now, refundBy: now, paymentId: `pi_${ref}` },
	})
	await web.db.transaction((tx) => book(tx, { kind: 'paid', causeId: id, prisonerId, ore: 20_000, at: now }))
	return ref
}

/** Per, with this role in place of the one that handles funds. */
async function perAs(role: 'auditor' | 'finance', before: 'auditor' | 'finance'): Promise<void> {
	const isHis = and(eq(officerRole.officerId, web.officers.per), eq(officerRole.role, before))
	await web.db.update(officerRole).set({ role }).where(isHis)
}

describe('a difference', () => {
	async function open(of: string | null = prisonerId): Promise<string> {
		const ref = newRef()
		const about = { kind: 'only-at-stripe', subject: `ch_${ref}`, prisonerId: of } as const
		await web.db.insert(discrepancy).values({ id: newId(new Date()), ref, foundAt: new Date(), ...about })
		return ref
	}
	const rowOf = async (ref: string) => (await web.db.select().from(discrepancy).where(eq(discrepancy.ref, ref)))[0]
	const end = (browser: WebBrowser, discrepancy: string, note: string) =>
		browser.post(paths.staff.reconciliation(), { step: 'end', discrepancy, note })

	test('is ended with what was found out, once, and in the officer’s name', async () => {
		const ref = await open()
		const page = await (await nora.get(paths.staff.reconciliation())).text()
		expect(page).toContain(t('funds.discrepancy.only-at-stripe'))
		expect(page).toContain(`value="${ref}"`)

		const bare = await end(nora, ref, '  ')
		expect(bare.status).toBe(400)
		expect(await bare.text()).toContain(t('funds.error.note'))
		expect((await rowOf(ref))?.endedAt).toBeNull()

		const ended = await end(nora, ref, 'Laget for hånd hos Stripe')
		expect([ended.status, ended.headers.get('location')]).toEqual([303, paths.staff.reconciliation()])
		expect(await rowOf(ref)).toMatchObject({
			resolution: 'explained',
			endedBy: web.officers.nora,
			note: 'Laget for hånd hos Stripe',
		})
		expect(await (await nora.get(paths.staff.reconciliation())).text()).toContain('Laget for hånd hos Stripe')
		expect((await end(per, ref, 'Igjen')).status).toBe(409)
	})

	test('too long a note is asked for again, and what was typed is kept', async () => {
		const ref = await open()
		const long = `Først ${'x'.repeat(500)}`
		const answer = await end(nora, ref, long)
		expect(answer.status).toBe(400)
		expect(await answer.text()).toContain(long)
	})

	test('of another prison is not there, and who does not handle money ends none', async () => {
		const elsewhere = await addPrisoner(web.db, { facilityId: web.facilities.bjo, number: 'B-1001' })
		expect((await end(nora, await open(elsewhere), 'Sett')).status).toBe(404)
		const ref = await open()
		await perAs('auditor', 'finance')
		const auditor = await web.signedIn('per')
		expect((await auditor.get(paths.staff.reconciliation())).status).toBe(200)
		expect((await end(auditor, ref, 'Sett')).status).toBe(403)
		expect((await rowOf(ref))?.endedAt).toBeNull()
		await perAs('finance', 'auditor')
	})
})

describe('an unusual pattern', () => {
	test('is noted as looked at, and shown again when there is more of it', async () => {
		for (let n = 0; n < 4; n++) await credited()
		const [payer] = await web.db.select().from(visitor).where(eq(visitor.id, payerId))
		const [whom] = await web.db.select().from(prisoner).where(eq(prisoner.id, prisonerId))
		const about = { pattern: 'often-in-a-week', payer: payer?.ref ?? '', prisoner: whom?.number ?? '' }
		const isShown = async () => (await (await nora.get(paths.staff.funds())).text()).includes('value="often-in-a-week"')
		expect(await isShown()).toBe(true)

		const bare = await nora.post(paths.staff.funds(), { ...about, note: '' })
		expect(bare.status).toBe(400)
		expect(await bare.text()).toContain(t('funds.error.note'))
		expect(await web.db.select().from(alertAcknowledgement)).toEqual([])

		const noted = await nora.post(paths.staff.funds(), { ...about, note: 'Foreldrene deler på det' })
		expect([noted.status, noted.headers.get('location')]).toEqual([303, paths.staff.funds()])
		expect(await web.db.select().from(alertAcknowledgement)).toMatchObject([
			{ acknowledgedBy: web.officers.nora, count: 4, note: 'Foreldrene deler på det' },
		])
		expect(await isShown()).toBe(false)
		expect((await nora.post(paths.staff.funds(), { ...about, note: 'Igjen' })).status).toBe(409)
		await credited()
		expect(await isShown()).toBe(true)
	})
})

describe('a refund, sent by an officer who signed in long ago', () => {
	const old = () => web.db.update(webSession).set({ authenticatedAt: new Date(Date.now() - 6 * 60_000) })
	const typed = { step: 'do', idempotencyKey: randomUUID(), amount: '33,50', reason: 'Betalt to ganger «ved en feil»' }

	test('is not done, and what was typed is shown once to them alone, on this page alone', async () => {
		const [ref, other] = [await credited(), await credited()]
		await old()
		const answer = await nora.post(paths.staff.newRefund(ref), typed)
		expect(answer.status).toBe(303)
		expect(answer.headers.get('location')).toContain(paths.staff.signIn())
		const cookie = nora.cookie('__Host-samvaer-typed') ?? ''
		expect(cookie).not.toBe('')
		expect(Buffer.from(cookie.split('.').at(-1) ?? '', 'base64url').toString('utf8')).not.toContain('Betalt')
		expect(await web.db.select().from(refund)).toEqual([])

		await web.db.update(webSession).set({ authenticatedAt: new Date() })
		per.setCookie('__Host-samvaer-typed', cookie)
		expect(await (await per.get(paths.staff.newRefund(ref))).text()).not.toContain('Betalt to ganger')
		expect(await (await nora.get(paths.staff.newRefund(other))).text()).not.toContain('Betalt to ganger')
		const page = await (await nora.get(paths.staff.newRefund(ref))).text()
		expect(page).toContain('Betalt to ganger')
		expect(page).toContain('value="33,50"')
		expect(page).toContain(typed.idempotencyKey)
		expect(nora.cookie('__Host-samvaer-typed')).toBeNull()
		expect(await (await nora.get(paths.staff.newRefund(ref))).text()).not.toContain('Betalt to ganger')
	})

	test('with more typed than a cookie holds is sent to sign in all the same', async () => {
		const ref = await credited()
		await old()
		const answer = await nora.post(paths.staff.newRefund(ref), { ...typed, reason: randomBytes(5_000).toString('hex') })
		expect(answer.status).toBe(303)
		expect(nora.cookie('__Host-samvaer-typed')).toBeNull()
		expect(await web.db.select().from(refund).where(isNotNull(refund.reason))).toEqual([])
	})
})
