import { ne, sql } from 'drizzle-orm'
import type { Config } from '#app/config.server.ts'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { makeSessions } from '#app/services/timetable/make-sessions.server.ts'
import { connect, type Db, disconnect } from './client.server.ts'
import { facility, officer, visitor } from './schema/index.ts'
import { addDemoActivity } from './worlds/demo-activity.ts'
import { addDemoFacilities } from './worlds/demo-facilities.ts'
import { addDemoPeople, type DemoPerson, demoPeople } from './worlds/demo-people.ts'

export type { DemoPerson } from './worlds/demo-people.ts'

export interface SeedOptions {
	now: Date
	/** The keys that the application opens national numbers with. */
	keys: Pick<Config, 'pidKeys' | 'pidIndexKey'>
	familyIssuer: string
	staffIssuer: string
	log: (line: string) => void
}

/**
 * Fills an empty database with the demo world; one that holds something is left as it is. Answers whom to sign in as either
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

async function fill(db: Db, { now, keys, staffIssuer, log }: SeedOptions): Promise<void> {
	const families = await db.transaction(async (tx) => {
		const places = await addDemoFacilities(tx, addDays(localDate(now), -7))
		const seal = (pid: string, visitorId: string) => sealNationalNumber(visitorId, pid, keys)
		return addDemoPeople(tx, places, seal, staffIssuer)
	})
	const sessions = await makeSessions(db, now)
	const booked = await addDemoActivity(db, families, now)
	log(`The demo world has ${sessions} sessions and ${booked} bookings.`)
}

async function followIssuers(db: Db, { familyIssuer, staffIssuer }: SeedOptions): Promise<void> {
	await db.update(officer).set({ issuer: staffIssuer }).where(ne(officer.issuer, staffIssuer))
	await db.update(visitor).set({ issuer: null, subject: null }).where(ne(visitor.issuer, familyIssuer))
	await db.execute(sql`delete from web_session where issuer not in (${familyIssuer}, ${staffIssuer})`)
}
