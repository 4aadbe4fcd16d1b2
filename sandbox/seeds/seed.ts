import { ne, sql } from 'drizzle-orm'
import type { Config } from '#app/config.server.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { connect, type Db, disconnect } from '../../db/client.server.ts'
import { facility, officer, visitor } from '../../db/schema/index.ts'
import { buildDemo } from './demo/demo.ts'
import { type DemoPerson, demoPeople } from './demo/people.ts'
import { buildNation } from './nation/nation.ts'
import { nationSize } from './nation/size.ts'

export type { DemoPerson } from './demo/people.ts'

/** The data sets, by name. */
export const seedNames = ['demo', 'small', 'nation'] as const
export type SeedName = (typeof seedNames)[number]

export interface SeedOptions {
	now: Date
	/** The keys that the application opens national numbers with. */
	keys: Pick<Config, 'pidKeys' | 'pidIndexKey'>
	familyIssuer: string
	staffIssuer: string
	log: (line: string) => void
	/** `small` has one of everything, `nation` is a whole country. */
	seedName?: SeedName
	/** The same one makes the same people on the same day. */
	seed?: number
	/** In a nation. */
	bookings?: number
}

/**
 * Fills an empty database with a world to try the service in; one that holds something is left as it is. Answers whom to sign in as either
 * way. Accounts follow the issuers' addresses, which may differ from one start to the next.
 */
export async function seed(ownerUrl: string, options: SeedOptions): Promise<{ people: DemoPerson[]; filled: boolean }> {
	const db = connect(ownerUrl, { max: 4, name: 'samvaer-seed' })
	try {
		const [any] = await db.select({ id: facility.id }).from(facility).limit(1)
		if (!any) await fill(db, options)
		await followIssuers(db, options)
		return { people: demoPeople(), filled: !any }
	} finally {
		await disconnect(db)
	}
}

async function fill(db: Db, options: SeedOptions): Promise<void> {
	const { now, keys, familyIssuer, staffIssuer, log, seedName = 'demo', seed = 20261122 } = options
	const seal = (pid: string, visitorId: string) => sealNationalNumber(visitorId, pid, keys)
	const given = { seed, now, seal, staffIssuer, log }
	if (seedName !== 'nation') return buildDemo(db, { ...given, seedName })
	const { bookings = nationSize.bookings } = options
	await buildNation(db, { ...nationSize, bookings, ...given, familyIssuer })
}

async function followIssuers(db: Db, { familyIssuer, staffIssuer }: SeedOptions): Promise<void> {
	await db.update(officer).set({ issuer: staffIssuer }).where(ne(officer.issuer, staffIssuer))
	await db.update(visitor).set({ issuer: null, subject: null }).where(ne(visitor.issuer, familyIssuer))
	await db.execute(sql`delete from web_session where issuer not in (${familyIssuer}, ${staffIssuer})`)
}
