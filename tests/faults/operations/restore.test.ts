import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { migrate } from '#db/migrate.ts'
import { environmentFor, type Settings } from '#sandbox/environment.ts'
import { freePort } from '#sandbox/free-port.ts'
import { makeIdentityKeys } from '#sandbox/identity/keys.ts'
import { type Identity, startIdentity } from '#sandbox/identity/start.ts'
import { recreate, withConnection } from '#sandbox/postgres/databases.ts'
import { removeFolder, throwawayFolder } from '#sandbox/postgres/place.ts'
import { type RunningPostgres, startPostgres } from '#sandbox/postgres/start.ts'
import { closing } from '#sandbox/progress.ts'
import { demoPeople } from '#sandbox/seeds/demo/people.ts'
import { seed } from '#sandbox/seeds/seed.ts'
import { WebBrowser } from '#tests/integration/http/browser.ts'
import { bookFirstFree } from './book-first-free.ts'
import { dumpPrograms, runOrThrow } from './copies.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { startService } from './service.ts'

/** The drill of docs/operations.md: a copy is made, the database is lost, and the service goes on from the copy. */

const programs = await dumpPrograms(15)

const open = closing(console.error)
let folder: string
let copies: string
let identity: Identity
let before: Fingerprint
/** A visit that was booked before the copy was made. */
let booked: string
let settings: Omit<Settings, 'appUrl'>

const start = (at: string) => startPostgres({ folder: at, durable: false, log: () => {} })

beforeAll(async () => {
	folder = await throwawayFolder()
	for (const one of [folder, coldCopy()]) open.add('A folder', () => removeFolder(one))
	copies = await mkdtemp(join(tmpdir(), 'samvaer-copies-'))
	open.add('The copies', () => rm(copies, { recursive: true }))
	const appPort = await freePort()
	const publicOrigin = `http://localhost:${appPort}`
	identity = await startIdentity({ publicOrigin, keys: makeIdentityKeys(), people: demoPeople, log: () => {} })
	open.add('The sign-in', () => identity.stop())
	const key = () => randomBytes(32).toString('base64')
	const word = () => randomBytes(18).toString('hex')
	settings = {
		environment: 'test',
		appPort,
		publicOrigin,
		identity,
		smtpUrl: 'smtp://127.0.0.1:1',
		clockFile: join(copies, 'clock'),
		paymentsUrl: 'http://127.0.0.1:1',
		creditsUrl: 'http://127.0.0.1:1',
		state: {
			pidKeys: `k1:${key()}`,
			pidIndexKey: key(),
			payments: { secretKey: `sk_test_${word()}`, webhookSecret: `whsec_${word()}` },
			phone: { secret: word(), usageSecret: word() },
		},
	}
	const running = await start(folder)
	open.add('PostgreSQL', () => running.stop())
	await migrate(running.ownerUrl)
	await seed(running.ownerUrl, {
		now: new Date(),
		keys: readConfig(environmentFor({ ...settings, appUrl: running.appUrl })),
		familyIssuer: identity.family.issuer,
		staffIssuer: identity.staff.issuer,
		log: () => {},
	})
	const service = await startService({ ...settings, appUrl: running.appUrl }, logFile())
	open.add('The service', () => service.stop())
	booked = await bookFirstFree(await kari())
	await service.stop()
	before = await fingerprintOf(running.ownerUrl)
	if (programs) await runOrThrow(programs.dump, ['--format=custom', `--file=${dumpFile()}`, running.ownerUrl])
	// The other way to copy one whole: the files of a server that has stopped.
	await running.stop()
	await runOrThrow('cp', ['-a', folder, coldCopy()])
	await removeFolder(folder)
})

afterAll(() => open.close())

const logFile = () => join(copies, 'service.log')
const dumpFile = () => join(copies, 'samvaer.dump')
const coldCopy = () => `${folder}copy`

const kari = () => signedIn('kari')

/** Somebody whom the service knows: a stranger would be welcomed and asked who they are. */
async function signedIn(person: string): Promise<WebBrowser> {
	const browser = new WebBrowser(settings.publicOrigin)
	const answer = await browser.signIn('family', person)
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
	return browser
}

/** What must be so before the restored database is trusted. */
async function drill({ ownerUrl, appUrl }: RunningPostgres): Promise<void> {
	expect((await migrate(ownerUrl)).applied).toEqual([])
	const after = await fingerprintOf(ownerUrl)
	expect(after.tables).toEqual(before.tables)
	expect(after.guards).toEqual(before.guards)
	expect(after.rights).toEqual(before.rights)
	for (const table of ['audit', 'booking', 'booking_visitor', 'message', 'visitor', 'prisoner'])
		expect(after.tables[table]).toMatch(/^[1-9]\d* rows/)
	const tamper = withConnection(appUrl, (sql) => sql`update audit set action = 'nothing'`)
	await expect(tamper).rejects.toMatchObject({ code: '42501' })

	const service = await startService({ ...settings, appUrl }, logFile())
	onTestFinished(() => service.stop())
	// She has never signed in: only the right index key finds her by her number.
	await signedIn('nina')
	const browser = await kari()
	expect((await browser.get(`/visits/${booked}`)).status).toBe(200)
	const next = await bookFirstFree(browser)
	expect(next).not.toBe(booked)
	expect((await browser.get(`/visits/${next}/pass`)).status).toBe(200)
	const grown = await fingerprintOf(ownerUrl)
	expect(grown.tables.audit).not.toBe(after.tables.audit)
	await service.stop()
	expect(await service.ended).toContain('(exit 0)')
}

describe('the service goes on', () => {
	test('from the files of a server that was stopped', async () => {
		const running = await start(coldCopy())
		onTestFinished(() => running.stop())
		await drill(running)
	})

	// Where there is no pg_dump the files are the drill: a machine with Node alone has to pass.
	test.runIf(programs !== null)('from a dump, read into an empty database', async () => {
		const running = await start(folder)
		onTestFinished(() => running.stop())
		await recreate(running.adminUrl)
		const args = ['--exit-on-error', '--no-owner', `--dbname=${running.ownerUrl}`, dumpFile()]
		await runOrThrow(programs?.restore ?? '', args)
		await drill(running)
	})

	test('but not from a copy in which a row is missing, which is found', async () => {
		const running = await start(coldCopy())
		onTestFinished(() => running.stop())
		await withConnection(running.ownerUrl, async (sql) => {
			await sql`alter table audit disable trigger user`
			await sql`delete from audit where id = (select max(id) from audit)`
		})
		const after = await fingerprintOf(running.ownerUrl)
		expect(after.tables.audit).not.toBe(before.tables.audit)
	})
})
