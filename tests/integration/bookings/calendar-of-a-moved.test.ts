import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitAskOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { prisoner } from '#db/schema/index.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { addPrison, addSession, asVisitor, clock, noon } from '#tests/support/rows.ts'

let database: TestDatabase
let db: Db
let seed: Db
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 2 })
	seed = connect(database.ownerUrl, { max: 2 })
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	await database.drop()
})

it('is the one of the prison where the prisoner is now, whatever the asker knew', async () => {
	const [before, after] = [await addPrison(seed), await addPrison(seed)]
	const { prisonerId, visitorId } = before
	await addSession(seed, { facilityId: before.facilityId, startsAt: noon(3) })
	const there = await addSession(seed, { facilityId: after.facilityId, startsAt: noon(4) })
	await seed.update(prisoner).set({ facilityId: after.facilityId }).where(eq(prisoner.id, prisonerId))
	const ask = visitAskOf(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId] })
	for (const knownAt of [before.facilityId, after.facilityId, null]) {
		const calendar = await visitCalendar(db, ask, clock, knownAt)
		expect(calendar.facilityId).toBe(after.facilityId)
		expect(calendar.sessions.map(({ session }) => session.id)).toEqual([there])
	}
})

it('is not found where there is no such prisoner', async () => {
	const { facilityId, visitorId } = await addPrison(seed)
	const ask = visitAskOf(asVisitor(db, visitorId), { prisonerId: facilityId, partyIds: [visitorId] })
	for (const knownAt of [facilityId, null])
		await expect(visitCalendar(db, ask, clock, knownAt)).rejects.toMatchObject({ code: 'not-found' })
})
