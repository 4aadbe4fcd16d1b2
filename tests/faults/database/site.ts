import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { formContextField, paths } from '#app/paths.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { insertWebSession, newSessionToken } from '#db/queries/identity/web-sessions.ts'
import type { Child } from '#sandbox/child.ts'
import { freePort } from '#sandbox/free-port.ts'
import { makeIdentityKeys } from '#sandbox/identity/keys.ts'
import { onDatabase } from '#sandbox/postgres/databases.ts'
import { removeFolder, throwawayFolder } from '#sandbox/postgres/place.ts'
import { type RunningPostgres, startPostgres } from '#sandbox/postgres/start.ts'
import { closing } from '#sandbox/progress.ts'
import { startService } from '#tests/faults/operations/service.ts'
import { type DatabaseProxy, startProxy } from '#tests/support/database-proxy.ts'
import { addPair, addPrison, addSession, clock, noon } from '#tests/support/rows.ts'

/** Somebody who is signed in and has one permit. */
export interface Family {
	prisonerId: string
	/** What the pages call the permit and the visitor. */
	permit: string
	visitor: string
	cookie: string
	/** What the family's forms carry. */
	formContext: string
}

/** The built web application on a PostgreSQL of its own, with a wire between them that a test may touch. */
export interface Site {
	origin: string
	web: Child
	families: Family[]
	/** Refs of sessions, none overlapping another. */
	sessions: string[]
	folder: string
	proxy: DatabaseProxy
	postgres(): RunningPostgres
	/** Starts the server that was stopped. */
	startPostgres(): Promise<void>
	/** As the tables' owner, and as the server's administrator in the same database. They do not go through the proxy. */
	owner: Db
	admin: Db
	close(): Promise<void>
}

const issuer = { issuer: 'http://127.0.0.1:1', clientId: 'samvaer' }

export async function openSite(count: number): Promise<Site> {
	const open = closing(console.error)
	const folder = await throwawayFolder()
	open.add('The folder', () => removeFolder(folder))
	const start = () => startPostgres({ folder, durable: true, log: () => {} })
	let running = await start()
	open.add('PostgreSQL', () => running.stop())
	const logs = await mkdtemp(join(tmpdir(), 'samvaer-site-'))
	open.add('The logs', () => rm(logs, { recursive: true }))
	await migrate(running.ownerUrl)
	const owner = connect(running.ownerUrl, { max: 2, name: 'test' })
	const admin = connect(onDatabase(running.adminUrl, new URL(running.appUrl).pathname.slice(1)), {
		max: 2,
		name: 'test',
	})
	open.add('The connections', async () => void (await Promise.all([disconnect(owner), disconnect(admin)])))

	const { facilityId } = await addPrison(owner, { visitsPerWeek: 500 })
	const families: Family[] = []
	for (let n = 0; n < count; n++) families.push(await addFamily(owner, facilityId))
	const days = [2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16]
	const hours = [9, 11, 13, 15, 17]
	for (const day of days)
		for (const hour of hours) await addSession(owner, { facilityId, startsAt: noon(day, hour), groups: 1_000 })
	const rows = await owner.execute<{ ref: string }>(sql`select ref from visit_session order by starts_at`)

	const proxy = await startProxy(running.appUrl)
	open.add('The wire', () => proxy.stop())
	const appPort = await freePort()
	const origin = `http://localhost:${appPort}`
	const keys = makeIdentityKeys()
	const secret = () => randomBytes(32).toString('base64')
	const word = () => randomBytes(18).toString('hex')
	const clockFile = join(logs, 'clock')
	await writeFile(clockFile, String(clock.getTime() - Date.now()))
	const settings = {
		environment: 'test',
		appPort,
		publicOrigin: origin,
		appUrl: proxy.url(running.appUrl),
		identity: { family: { ...issuer, clientJwk: keys.family }, staff: { ...issuer, clientJwk: keys.staff } },
		smtpUrl: 'smtp://127.0.0.1:1',
		clockFile,
		paymentsUrl: 'http://127.0.0.1:1',
		creditsUrl: 'http://127.0.0.1:1',
		state: {
			pidKeys: `k1:${secret()}`,
			pidIndexKey: secret(),
			payments: { secretKey: `sk_test_${word()}`, webhookSecret: `whsec_${word()}` },
			phone: { secret: word(), usageSecret: word() },
		},
	} as const
	const web = await startService(settings, join(logs, 'web.log'))
	open.add('The service', () => web.stop())
	for (const family of families) family.formContext = await contextOn(origin, family)
	return {
		...{ origin, web, families, folder, proxy, owner, admin },
		sessions: rows.map(({ ref }) => ref),
		postgres: () => running,
		startPostgres: async () => {
			running = await start()
		},
		close: open.close,
	}
}

async function addFamily(owner: Db, facilityId: string): Promise<Family> {
	const { prisonerId, visitorId, permitId } = await addPair(owner, facilityId)
	const token = newSessionToken()
	const now = new Date()
	const session = {
		kind: 'family',
		visitorId,
		issuer: 'test',
		subject: visitorId,
		idToken: '',
		authenticatedAt: now,
	} as const
	await insertWebSession(owner, token, session, now)
	const [refs] = await owner.execute<{ permit: string; visitor: string }>(
		sql`select p.ref as permit, v.ref as visitor from permit p, visitor v where p.id = ${permitId} and v.id = ${visitorId}`,
	)
	const { permit = '', visitor = '' } = refs ?? {}
	return { prisonerId, permit, visitor, cookie: `__Host-samvaer=${token}`, formContext: '' }
}

async function contextOn(origin: string, { cookie }: Family): Promise<string> {
	const page = await (await fetch(new URL(paths.children(), origin), { headers: { cookie } })).text()
	const [, formContext] = new RegExp(`name="${formContextField}" value="([^"]+)"`).exec(page) ?? []
	if (formContext === undefined) throw new Error(`No form's context in ${page.slice(0, 500)}`)
	return formContext
}
