import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formContextField, paths } from '#app/paths.ts'
import { officerRole, visitor, webSession } from '#db/schema/index.ts'
import { freePort } from '#sandbox/free-port.ts'
import { type Payments, startPayments } from '#sandbox/stripe/start.ts'
import { type Act, acts, type Cast, leftOut } from './acts.ts'
import { builtRoutes } from './built-routes.ts'
import { startWeb } from './web.ts'

// Whatever a person can do, done twice: the second press is answered as the first was, and changes nothing.

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
let cast: Cast
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
	const { hal } = web.facilities
	await web.db.insert(officerRole).values([
		{ officerId: web.officers.nora, facilityId: hal, role: 'finance' },
		{ officerId: web.officers.nora, facilityId: hal, role: 'decision-maker' },
		{ officerId: web.officers.per, facilityId: hal, role: 'finance' },
	])
	const kari = await web.signedIn('kari')
	const nora = await web.signedIn('nora')
	await nora.post(paths.staff.facility(), { slug: 'hal' })
	const [row] = await web.db.select().from(visitor)
	cast = { db: web.db, facilityId: hal, kariId: row?.id ?? '', perId: web.officers.per, kari, nora }
})
afterAll(async () => {
	await desk.stop()
	await rm(folder, { recursive: true })
})
beforeEach(() => web.db.update(webSession).set({ authenticatedAt: new Date() }))

async function send({ by, path, form, file }: Act): Promise<string> {
	const answer = await (file === undefined ? cast[by].post(path, form) : upload(by, path, file))
	const to = answer.headers.get('location')
	// What is asked anew on a next page has a key of its own.
	const where = to?.replace(/key=[\w-]{36}/, 'key=…') ?? (await answer.text()).replace(/<[^>]*>/g, ' ').slice(0, 3000)
	return `${answer.status} ${where}`
}

async function upload(by: Act['by'], path: string, file: string) {
	const body = new FormData()
	body.set('file', new File([file], 'register.csv', { type: 'text/csv' }))
	const context = await cast[by].formContext(paths.staff.register())
	return cast[by].get(`${path}&${formContextField}=${context}`, {
		method: 'POST',
		body,
		headers: { origin: web.origin, 'sec-fetch-site': 'same-origin' },
	})
}

/** Every row of every table but those of sessions, as one text a table. */
async function allRows(): Promise<Record<string, string>> {
	const tables = await web.db.execute<{ name: string }>(sql`
		select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('web_session', 'sign_in')`)
	const found: Record<string, string> = {}
	for (const { name } of tables) {
		const [row] = await web.db.execute<{ sum: string }>(sql`
			select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
			from ${sql.identifier(name)} t where ${changing(name)}`)
		found[name] = row?.sum ?? ''
	}
	return found
}

/** A page that is looked at is logged, also on the way to an act. */
const changing = (table: string) => (table === 'audit' ? sql`action not like '%.view'` : sql`true`)

test('every action of the build is here, or left out with its reason', async () => {
	const known = new Set([...Object.keys(acts).map((name) => name.replace(/#.*/, '')), ...Object.keys(leftOut)])
	const built = (await builtRoutes()).filter(({ action }) => action !== null).map(({ id }) => id)
	expect(built.filter((id) => !known.has(id))).toEqual([])
	expect([...known].filter((id) => !built.includes(id))).toEqual([])
})

describe.each(Object.entries(acts))('%s', (name, make) => {
	test('sent again later is answered as before, and changes nothing', async () => {
		const act = await make(cast)
		const first = await send(act)
		expect(first).toMatch(/^30[23] /)
		const before = await allRows()
		expect(await send(act)).toBe(first)
		expect(await allRows()).toEqual(before)
	})

	test('sent twice at the same moment is answered the same, and done once', async () => {
		const act = await make(cast)
		const answers = await Promise.all([send(act), send(act)])
		// Stripe itself tells the second of two at once to ask again.
		const settled = name.includes('phone_.new.check') ? answers.filter((one) => !one.startsWith('503')) : answers
		expect(settled[0]).toMatch(/^30[23] /)
		expect(new Set(settled).size).toBe(1)
		const before = await allRows()
		expect(await send(act)).toBe(settled[0])
		expect(await allRows()).toEqual(before)
	})
})
