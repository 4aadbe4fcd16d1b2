import { ne, sql } from 'drizzle-orm'
import type { Config } from '#app/config.server.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { connect, type Db, disconnect } from './client.server.ts'
import { facility, officer, visitor } from './schema/index.ts'
import { type DemoPerson, demoPeople } from './worlds/demo/people.ts'
import type { DemoWorld } from './worlds/demo/size.ts'
import { buildDemo } from './worlds/demo/world.ts'

export type { DemoPerson } from './worlds/demo/people.ts'
export type { DemoWorld } from './worlds/demo/size.ts'

export interface SeedOptions {
	now: Date
	/** The keys that the application opens national numbers with. */
	keys: Pick<Config, 'pidKeys' | 'pidIndexKey'>
	familyIssuer: string
	staffIssuer: string
	log: (line: string) => void
	/** How many people there are: `small` has one of everything. */
	world?: DemoWorld
	/** The same one makes the same people on the same day. */
	seed?: number
}

/**
 * Fills an empty database with a world to try the service in; one that holds something is left as it is. Answers whom to sign in as either
 * way. Accounts follow the issuers' addresses, which may differ from one start to the next.
 */
export async function seed(ownerUrl: string, options: SeedOptions): Promise<{ people: DemoPerson[] }> {
	const db = connect(ownerUrl, { max: 4, name: 'samvaer-seed' })
	try {
		const [any] = await db.select({ id: facility.id }).from(facility).limit(1)
		if (!any) await fill(db, options)
		await followIssuers(db, options)
		return { people: demoPeople() }
	} finally {
		await disconnect(db)
	}
}

async function fill(
	db: Db,
	{ now, keys, staffIssuer, log, world = 'demo', seed = 20261122 }: SeedOptions,
): Promise<void> {
	const seal = (pid: string, visitorId: string) => sealNationalNumber(visitorId, pid, keys)
	const { sessions, bookings } = await buildDemo(db, { world, seed, now, seal, staffIssuer })
	log(`The world '${world}' has ${sessions} sessions and ${bookings} bookings.`)
}

async function followIssuers(db: Db, { familyIssuer, staffIssuer }: SeedOptions): Promise<void> {
	await db.update(officer).set({ issuer: staffIssuer }).where(ne(officer.issuer, staffIssuer))
	await db.update(visitor).set({ issuer: null, subject: null }).where(ne(visitor.issuer, familyIssuer))
	await db.execute(sql`delete from web_session where issuer not in (${familyIssuer}, ${staffIssuer})`)
}
