import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookVisit, holdPlace } from '#app/services/bookings/book.server.ts'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import type { BookingOutcome } from '#app/services/bookings/outcome.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { type Counter, countRoundTrips } from '#tests/support/round-trips.ts'
import { addPair, addPrison, addSession, asVisitor, noon, type Prison } from '#tests/support/rows.ts'

// What a booking costs the application is, before all else, how often it waits for the database. Counted on the wire.

let database: TestDatabase
let counter: Counter
let db: Db
let seed: Db
let prison: Prison
let sessionId: string
beforeAll(async () => {
	database = await cloneDatabase()
	counter = await countRoundTrips(database.appUrl)
	db = connect(counter.url, { max: 1 })
	seed = connect(database.ownerUrl, { max: 2 })
	prison = await addPrison(seed)
	sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3) })
	// A statement is learnt by the connection when it is first sent.
	await holdAndConfirm()
	await book()
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	counter.close()
	await database.drop()
})

async function somebody() {
	const { prisonerId, visitorId } = await addPair(seed, prison.facilityId)
	const ctx = asVisitor(db, visitorId)
	return { ctx, input: { prisonerId, partyIds: [visitorId], place: { sessionId }, idempotencyKey: randomUUID() } }
}

async function counted(run: () => Promise<BookingOutcome>) {
	counter.take()
	const outcome = await run()
	const trips = counter.take()
	if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join())
	return { trips, booking: outcome.booking }
}

async function holdAndConfirm() {
	const { ctx, input } = await somebody()
	const held = await counted(() => holdPlace(ctx, input))
	const confirmed = await counted(() => confirmHold(ctx, { hold: { ref: held.booking.ref } }))
	return { held, confirmed }
}

async function book() {
	const { ctx, input } = await somebody()
	return counted(() => bookVisit(ctx, input))
}

describe('the database is waited for', () => {
	it('four times while a place is held: to begin, to lock and read, to write, to end', async () => {
		const { held } = await holdAndConfirm()
		expect(held.booking.state).toBe('held')
		expect(held.trips).toBe(4)
	})

	it('once more when it is confirmed: to find it', async () => {
		const { confirmed } = await holdAndConfirm()
		expect(confirmed.booking.state).toBe('confirmed')
		expect(confirmed.trips).toBe(5)
	})

	it('four times when a visit is booked at once', async () => {
		expect((await book()).trips).toBe(4)
	})
})
