import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { freePort } from '#sandbox/free-port.ts'
import type { ExtraClaims } from '#sandbox/identity/claims.ts'
import { makeIdentityKeys } from '#sandbox/identity/keys.ts'
import { type Identity, startIdentity } from '#sandbox/identity/start.ts'
import { addFacility, addOfficer } from '#sandbox/seeds/rows.ts'
import { syntheticNumber } from '#sandbox/seeds/synthetic-number.ts'
import { cloneDatabase } from '#tests/support/database.ts'
import { WebBrowser } from './browser.ts'

export const people = [
	{ id: 'kari', kind: 'family', name: 'Kari', pid: syntheticNumber('1988-04-02', 0), can: '' },
	{ id: 'ola', kind: 'family', name: 'Ola', pid: syntheticNumber('1990-05-03', 0), can: '' },
	{ id: 'tall', kind: 'family', name: 'Uten gyldig nummer', pid: '12345678901', can: '' },
	{ id: 'nora', kind: 'staff', name: 'Nora', employeeId: 'E1', can: '' },
	{ id: 'per', kind: 'staff', name: 'Per', employeeId: 'E2', can: '' },
	{ id: 'ukjent', kind: 'staff', name: 'Ukjent', employeeId: 'E3', can: '' },
] as const

/** What someone answers on the page that welcomes them. */
export const introduction = {
	givenName: 'Kari',
	familyName: 'Prøve',
	'born.day': '2',
	'born.month': '4',
	'born.year': '1988',
	email: 'kari@example.no',
	phone: '',
}

/** The same of Ola, whose number has another date. */
export const olasIntroduction = { ...introduction, 'born.day': '3', 'born.month': '5', 'born.year': '1990' }

export type PersonId = (typeof people)[number]['id']

export interface LogLine {
	level: string
	msg: string
	path?: string
	status?: number
	[field: string]: unknown
}

export interface Web {
	origin: string
	port: number
	/** As the role that owns the tables. */
	db: Db
	ownerUrl: string
	identity: Identity
	facilities: { hal: string; bjo: string }
	officers: { nora: string; per: string }
	log: LogLine[]
	child: ChildProcess
	env: NodeJS.ProcessEnv
	browser(): WebBrowser
	/** A browser in which this person has signed in and said their name, with what the sandbox's page can choose. */
	signedIn(person: PersonId, chosen?: Record<string, string>): Promise<WebBrowser>
}

/**
 * The built application as a process of its own, against a database of the test file's and the sandbox's issuers. Nora works
 * in two prisons; Per decides in one.
 */
export async function startWeb(
	extra: NodeJS.ProcessEnv = { NODE_ENV: 'production' },
	extraClaims: ExtraClaims = {},
): Promise<Web> {
	const database = await cloneDatabase()
	const port = await freePort()
	const origin = `http://localhost:${port}`
	const identity = await startIdentity({
		publicOrigin: origin,
		keys: makeIdentityKeys(),
		people: () => people,
		extraClaims: () => extraClaims,
		log: () => {},
	})
	const env: NodeJS.ProcessEnv = {
		PATH: process.env.PATH,
		SAMVAER_ENV: 'test',
		PORT: String(port),
		PUBLIC_ORIGIN: origin,
		DATABASE_URL: database.appUrl,
		FAMILY_OIDC_ISSUER: identity.family.issuer,
		FAMILY_OIDC_CLIENT_ID: identity.family.clientId,
		FAMILY_OIDC_CLIENT_JWK: JSON.stringify(identity.family.clientJwk),
		STAFF_OIDC_ISSUER: identity.staff.issuer,
		STAFF_OIDC_CLIENT_ID: identity.staff.clientId,
		STAFF_OIDC_CLIENT_JWK: JSON.stringify(identity.staff.clientJwk),
		PID_KEYS: `k1:${randomBytes(32).toString('base64')}`,
		PID_INDEX_KEY: randomBytes(32).toString('base64'),
		SMTP_URL: 'smtp://127.0.0.1:1',
		...extra,
		NODE_ENV: 'production',
	}
	const child = spawn(process.execPath, ['--enable-source-maps', 'server.mjs'], {
		env,
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const log: LogLine[] = []
	const lines = createInterface({ input: child.stdout })
	lines.on('line', (line) => log.push(JSON.parse(line)))
	await Promise.race([
		once(lines, 'line'),
		once(child, 'exit').then(() => {
			throw new Error('The server ended before it listened')
		}),
	])
	const db = connect(database.ownerUrl, { max: 2 })
	const hal = await addFacility(db, { slug: 'hal', name: 'Halden' })
	const bjo = await addFacility(db, { slug: 'bjo', name: 'Bjørgvin' })
	const issuer = identity.staff.issuer
	const nora = await addOfficer(db, {
		name: 'Nora Vakt',
		issuer,
		subject: 'nora',
		roles: [
			{ facilityId: hal, role: 'visit-officer' },
			{ facilityId: bjo, role: 'auditor' },
		],
	})
	const per = await addOfficer(db, {
		name: 'Per',
		issuer,
		subject: 'per',
		roles: [{ facilityId: hal, role: 'decision-maker' }],
	})
	afterAll(async () => {
		if (child.exitCode === null) {
			child.kill('SIGTERM')
			await once(child, 'exit')
		}
		await identity.stop()
		await disconnect(db)
		await database.drop()
	})
	const browser = () => new WebBrowser(origin)
	const signedIn = async (person: PersonId, chosen: Record<string, string> = {}) => {
		const one = browser()
		const answer = await one.signIn(people.find(({ id }) => id === person)?.kind ?? 'family', person, chosen)
		if (answer.headers.get('location') === '/welcome')
			await one.post('/welcome', person === 'ola' ? olasIntroduction : introduction)
		return one
	}
	return {
		origin,
		port,
		db,
		ownerUrl: database.ownerUrl,
		identity,
		facilities: { hal, bjo },
		officers: { nora, per },
		log,
		child,
		env,
		browser,
		signedIn,
	}
}
