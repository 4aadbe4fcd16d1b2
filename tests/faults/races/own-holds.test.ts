import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { holdPlace } from '#app/services/bookings/book.server.ts'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { connect, type Db, type DbOrTx, disconnect } from '#db/client.server.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { addOfficer } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { deadlocks, overlaps, waitingForLocks, wrongSessions } from '#tests/support/history/invariants.ts'
import { addBooking, addPrison, addSession, asOfficer, asVisitor, clock, noon } from '#tests/support/rows.ts'

let database: TestDatabase
let db: Db
let seed: Db
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 4 })
	seed = connect(database.ownerUrl, { max: 2 })
})
afterEach(async () => {
	expect(await wrongSessions(seed)).toEqual([])
	expect(await overlaps(seed)).toEqual([])
	expect(await deadlocks(seed)).toBe(0)
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	await database.drop()
})

describe('a visit that is moved beside a hold of its family', () => {
	/** A visit this week, and two places next week, where the limit is one visit. */
	async function visitAndPlaces() {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const sessionOn = (startsAt: Date) => addSession(seed, { facilityId, startsAt, groups: 1 })
		const [now, held, free] = [await sessionOn(noon(3)), await sessionOn(noon(8)), await sessionOn(noon(9))]
		const visit = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: now })
		return { prisonerId, visitorId, visit, held, free }
	}

	/** Does `first` in a transaction that has the prisoner's lock, while `second` waits for it. */
	async function whileWaiting<T>(
		prisonerId: string,
		second: () => Promise<T>,
		first: (tx: DbOrTx) => Promise<unknown>,
	) {
		let waiting: Promise<T> | undefined
		await db.transaction(async (tx) => {
			await lockPrisoners(tx, [prisonerId])
			waiting = second()
			await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(1), 10_000)
			await first(tx)
		})
		return waiting
	}

	const bookingsOf = (prisonerId: string) =>
		seed.execute(
			sql`select id, state, reason, session_id from booking where prisoner_id = ${prisonerId} order by created_at, id`,
		)

	it.each(['held', 'free'] as const)(
		'takes the place of a hold made while the move waited: to the %s place',
		async (to) => {
			const { prisonerId, visitorId, visit, ...places } = await visitAndPlaces()
			const hold = randomUUID()
			const moved = await whileWaiting(
				prisonerId,
				() => rescheduleBooking(asVisitor(db, visitorId), { booking: { id: visit }, place: { sessionId: places[to] } }),
				(tx) =>
					addBooking(tx, {
						id: hold,
						prisonerId,
						party: [visitorId],
						sessionId: places.held,
						state: 'held',
						holdUntil: new Date(clock.getTime() + 600_000),
					}),
			)
			expect(moved).toMatchObject({ ok: true })
			const found = await bookingsOf(prisonerId)
			expect(found).toHaveLength(2)
			expect(found).toContainEqual({ id: hold, state: 'cancelled', reason: 'replaced', session_id: places.held })
			expect(found).toContainEqual({ id: visit, state: 'confirmed', reason: null, session_id: places[to] })
			const confirmed = confirmHold(asVisitor(db, visitorId), { hold: { id: hold } })
			await expect(confirmed).rejects.toMatchObject({ code: 'wrong-state' })
		},
	)

	it('leaves no room for a hold that waited for the move', async () => {
		const { prisonerId, visitorId, visit, held, free } = await visitAndPlaces()
		const place = { sessionId: held }
		const outcome = await whileWaiting(
			prisonerId,
			() => holdPlace(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId], place }),
			(tx) => {
				const [startsAt, endsAt] = [noon(9), noon(9, 13)]
				const to = { sessionId: free, area: free, startsAt, endsAt, blockedUntil: endsAt }
				return updateBooking(tx, visit, ['confirmed'], { ...to, version: 1 })
			},
		)
		expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'weekly-visit-limit' }] })
		expect(await bookingsOf(prisonerId)).toHaveLength(1)
	})
})

describe('a hold that an officer made and that ran out', () => {
	const later = new Date(clock.getTime() + 11 * 60_000)
	const inParty = async (prison: { facilityId: string; visitorId: string }) => asVisitor(db, prison.visitorId, later)
	const colleague = async ({ facilityId }: { facilityId: string }) => {
		const subject = randomUUID()
		const officerId = await addOfficer(seed, { name: 'Colleague', issuer: 'test', subject, roles: [] })
		return asOfficer(db, { officerId, facilityId }, later)
	}

	it.each<[string, (prison: { facilityId: string; visitorId: string }) => Promise<Ctx>]>([
		['a colleague', colleague],
		['one of the party', inParty],
	])('takes the place of the hold of %s who confirms it', async (_, confirmer) => {
		const prison = await addPrison(seed)
		const { facilityId, prisonerId, visitorId } = prison
		const ctx = await confirmer(prison)
		const hold = async (by: Ctx, startsAt: Date) => {
			const place = { sessionId: await addSession(seed, { facilityId, startsAt }) }
			const outcome = await holdPlace(by, { prisonerId, partyIds: [visitorId], place })
			if (!outcome.ok) throw new Error('There is no hold')
			return outcome.booking.id
		}
		const ranOut = await hold(asOfficer(db, prison), noon(3))
		const own = await hold(ctx, noon(4))
		expect(await confirmHold(ctx, { hold: { id: ranOut } })).toMatchObject({ ok: true })
		const found = await seed.execute(sql`select id, state from booking where prisoner_id = ${prisonerId}`)
		expect(found).toHaveLength(2)
		expect(found).toContainEqual({ id: ranOut, state: 'confirmed' })
		expect(found).toContainEqual({ id: own, state: 'cancelled' })
	})
})
