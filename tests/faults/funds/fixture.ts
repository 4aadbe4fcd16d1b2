import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, inject } from 'vitest'
import type { Payments } from '#app/integrations/payments.server.ts'
import { connectStripe } from '#app/integrations/stripe.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { type Child, startChild } from '#sandbox/child.ts'
import { environmentFor } from '#sandbox/environment.ts'
import { freePort } from '#sandbox/free-port.ts'
import { makeIdentityKeys } from '#sandbox/identity/keys.ts'
import { type Phone, startPhoneSystem } from '#sandbox/phone-system/start.ts'
import { onDatabase } from '#sandbox/postgres/databases.ts'
import { closing } from '#sandbox/progress.ts'
import { readiness } from '#sandbox/readiness.ts'
import { openState } from '#sandbox/state.ts'
import { type Payments as Desk, startPayments } from '#sandbox/stripe/start.ts'
import { cloneDatabase } from '#tests/support/database.ts'
import { addFundsPeople, type FundsPeople } from '#tests/support/funds/fixture.ts'
import { asVisitor } from '#tests/support/rows.ts'

/** The same database for its owner, for the application, and for whoever may end its connections. */
export interface Urls {
	ownerUrl: string
	appUrl: string
	adminUrl: string
}

export interface Started {
	id: string
	ref: string
	checkoutId: string
	/** Where to pay. */
	url: string
}

/**
 * Money between processes as in life: the built application and the built worker, each started and ended as the test says, and
 * around them card payments and a phone system in small that answer over HTTP.
 */
export interface House extends FundsPeople {
	urls: Urls
	db: Db
	owner: Db
	/** Our own client of the card payments. */
	payments: Payments
	desk: Desk
	phone: Phone
	/** What the application shows itself to the card payments by, and what their webhooks are signed with. */
	keys: { secretKey: string; webhookSecret: string }
	port: number
	metricsPort: number
	/** The application's time, which the test may move. */
	now(): Date
	moveClock(minutes: number): Promise<void>
	/** A process of its own, once it can take requests. */
	startApp(): Promise<Child>
	startWorker(): Child
	/** Has something happen in the world of card payments. */
	atStripe(action: string, form?: Record<string, string>): Promise<void>
	/** How the phone system answers from now on. */
	phoneIs(manner: string): Promise<void>
	/** Somebody begins to pay 200 kr for the first prisoner, and, with `paid`, does. */
	start(): Promise<Started>
	paid(): Promise<Started>
	stateOf(topUp: Started): Promise<string>
	close(): Promise<void>
}

const policy = { topUp: { maxOrePerWeek: 100_000_000, refundAloneOre: 20_000 } }

export async function openHouse(given?: Urls): Promise<House> {
	const open = closing(console.error)
	const folder = await mkdtemp(join(tmpdir(), 'samvaer-house-'))
	open.add('The folder', () => rm(folder, { recursive: true }))
	const urls = given ?? (await cloned(open.add))
	const db = connect(urls.appUrl, { max: 4 })
	const owner = connect(urls.ownerUrl, { max: 4 })
	open.add('The connections', async () => void (await Promise.all([disconnect(db), disconnect(owner)])))
	const nowhere = { identity: 0, clock: 0, mailbox: 0, smtp: 0, payments: 0, phone: 0 }
	const state = await openState(folder, nowhere)
	const [port, metricsPort] = [await freePort(), await freePort()]
	const clockFile = join(folder, 'clock')
	let movedMs = 0
	const now = () => new Date(Date.now() + movedMs)

	const desk = await startPayments({
		environment: 'test',
		file: join(folder, 'payments.json'),
		...state.payments,
		webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
		now: async () => new Date(),
		backoffMs: Array.from({ length: 300 }, () => 200),
		log: () => {},
	})
	open.add('The card payments', desk.stop)
	const phone = await startPhoneSystem({
		environment: 'test',
		file: join(folder, 'phone.json'),
		...state.phone,
		usageUrl: `http://127.0.0.1:${port}/api/v1/phone-usage`,
		now: async () => now(),
	})
	open.add('The phone system', phone.stop)
	const payments = connectStripe({
		secretKey: state.payments.secretKey,
		webhookSecrets: [state.payments.webhookSecret],
		apiBase: new URL(desk.url),
		checkoutOrigin: new URL(desk.url).origin,
		live: false,
	})
	const people = await addFundsPeople(owner, db, policy)
	const publicOrigin = `http://localhost:${port}`
	const keys = makeIdentityKeys()
	const issuer = { issuer: 'http://127.0.0.1:1', clientId: 'samvaer' }
	const env = {
		...environmentFor({
			environment: 'test',
			appPort: port,
			publicOrigin,
			appUrl: urls.appUrl,
			identity: { family: { ...issuer, clientJwk: keys.family }, staff: { ...issuer, clientJwk: keys.staff } },
			smtpUrl: 'smtp://127.0.0.1:1',
			clockFile,
			paymentsUrl: desk.url,
			creditsUrl: phone.creditsUrl,
			state,
		}),
		METRICS_PORT: String(metricsPort),
	}
	const startProcess = (name: string, script: string) => {
		const child = startChild({ name, script, env, logFile: join(folder, `${name}-${randomUUID()}.log`) })
		open.add(name, () => child.stop())
		return child
	}

	const house: House = {
		...people,
		...{ urls, db, owner, payments, desk, phone, port, metricsPort, now },
		keys: state.payments,
		async moveClock(minutes) {
			movedMs += minutes * 60_000
			await writeFile(clockFile, String(movedMs))
		},
		async startApp() {
			const child = startProcess('application', 'server.mjs')
			await readiness(`http://127.0.0.1:${port}/health/ready`, child.ended)
			return child
		},
		startWorker: () => startProcess('worker', 'build/worker/worker.js'),
		async atStripe(action, form = {}) {
			const answer = await post(new URL(`control/${action}`, desk.url), form)
			if (!answer.ok) throw new Error(`The card payments answer ${answer.status}: ${await answer.text()}`)
		},
		async phoneIs(manner) {
			expect((await post(new URL('manner', phone.url), { manner })).status).toBe(303)
		},
		async start() {
			const outcome = await startTopUp(
				{ ...asVisitor(db, people.payerIds[0] ?? '', now()), payments, publicOrigin },
				{
					prisonerId: people.prisoners[0]?.id ?? '',
					ore: 20_000,
					idempotencyKey: randomUUID(),
					machineNow: new Date(),
					language: 'nb',
				},
			)
			if (!outcome.ok) throw new Error(`Refused: ${outcome.refusals.join(', ')}`)
			const { id, ref, checkoutId } = outcome.topUp
			return { id, ref, checkoutId: checkoutId ?? '', url: outcome.url }
		},
		async paid() {
			const topUp = await house.start()
			expect((await post(topUp.url, { card: 'accepted', stay: 'yes' })).status).toBe(303)
			return topUp
		},
		async stateOf({ id }) {
			const [row] = await owner.execute<{ state: string }>(sql`select state from top_up where id = ${id}`)
			return row?.state ?? 'none'
		},
		close: open.close,
	}
	return house
}

async function cloned(onClose: (title: string, close: () => Promise<void>) => void): Promise<Urls> {
	const { ownerUrl, appUrl, drop } = await cloneDatabase()
	onClose('The database', drop)
	const name = new URL(appUrl).pathname.slice(1)
	return { ownerUrl, appUrl, adminUrl: onDatabase(inject('database').adminUrl, name) }
}

const post = (url: string | URL, form: Record<string, string>) =>
	fetch(url, {
		method: 'POST',
		headers: { accept: 'application/json' },
		body: new URLSearchParams(form),
		redirect: 'manual',
	})

/** Ended as by a power cut: nothing is finished and nothing is said. */
export async function killed(child: Child): Promise<void> {
	if (child.pid === undefined) throw new Error(`${child.name} never ran`)
	process.kill(child.pid, 'SIGKILL')
	expect(await child.ended).toContain('SIGKILL')
}
