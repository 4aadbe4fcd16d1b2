import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { transaction } from '#app/services/transaction.server.ts'
import { offerFreedPlaces } from '#app/services/waiting-list/offer-places.server.ts'
import { withdrawEntry } from '#app/services/waiting-list/withdraw-entry.server.ts'
import { lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { lockSessions } from '#db/queries/timetable/lock-sessions.ts'
import { insertOffer } from '#db/queries/waiting-list/write.ts'
import { audit, waitingListOffer } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { waitingForLocks } from '#tests/support/history/invariants.ts'
import {
	addFamily,
	addPrison,
	addSession,
	book,
	entryFor,
	hoursAfter,
	monday,
	offered,
	oslo,
	takenOf,
	visitorCtx,
} from './waiting-room.ts'

const { db } = await openDatabase({ max: 14 })
let prison: string
let session: string

beforeEach(async () => {
	prison = await addPrison(db)
	session = await addSession(db, prison, oslo('2026-11-26T12:00'))
})

/** Gives a booking's place up, and to the list, in one transaction; what comes between is called before it is over. */
function giveUp(
	booking: { id: string; bookerId: string | null; sessionId: string | null },
	{ before = () => {}, after = async () => {} } = {},
): Promise<void> {
	const ctx = visitorCtx(db, booking.bookerId ?? '')
	return transaction(db, async (tx) => {
		await lockSessionsOfBookings(tx, [booking])
		const gone = { state: 'cancelled', cancelledBy: 'visitor', endedAt: monday } as const
		const cancelled = await updateBooking(tx, booking.id, ['confirmed'], gone)
		before()
		await offerFreedPlaces(tx, ctx, cancelled?.sessionId ? [cancelled.sessionId] : [])
		await after()
	})
}

describe('a place that comes free', () => {
	it('goes to the list in the same transaction, and not to who is there first', async () => {
		const booked = await book(db, await addFamily(db, prison), session)
		const entry = await entryFor(db, await addFamily(db, prison))
		const quick = await addFamily(db, prison)
		let racing: ReturnType<typeof bookVisit> | null = null
		await giveUp(booked, {
			before: () => {
				const { prisonerId, party } = quick
				racing = bookVisit(visitorCtx(db, quick.visitorId), {
					prisonerId,
					partyIds: party,
					place: { sessionId: session },
				})
			},
		})
		expect(await racing).toMatchObject({ ok: false, refusals: [{ code: 'session-full' }] })
		expect(await offered(db, entry)).toBe(session)
		expect(await takenOf(db, session)).toBe(1)
	})

	it('is free for everyone when nobody on the list can take it', async () => {
		const booked = await book(db, await addFamily(db, prison), session)
		await entryFor(db, await addFamily(db, prison), { settings: ['booth'] })
		await giveUp(booked)
		expect(await takenOf(db, session)).toBe(0)
		await book(db, await addFamily(db, prison), session)
	})

	it('is offered by the list, not in the name of who gave it up', async () => {
		const booked = await book(db, await addFamily(db, prison), session)
		const entry = await entryFor(db, await addFamily(db, prison))
		await giveUp(booked)
		const traces = await db.select().from(audit).where(eq(audit.subjectId, entry))
		expect(traces.map(({ action, actorKind }) => `${actorKind} ${action}`)).toEqual([
			'visitor waiting-list-entry.create',
			'system waiting-list-entry.offer',
		])
	})

	it('is not offered back to who has just given it up', async () => {
		const kari = await addFamily(db, prison)
		const booked = await book(db, kari, session)
		const [own, next] = [
			await entryFor(db, kari, { at: hoursAfter(monday, -2) }),
			await entryFor(db, await addFamily(db, prison), { at: hoursAfter(monday, -1) }),
		]
		await giveUp(booked)
		expect([await offered(db, own), await offered(db, next)]).toEqual([null, session])
	})

	it('is never kept for a waiting-list entry that was withdrawn meanwhile, nor twice for one', async () => {
		const hall = await addSession(db, prison, oslo('2026-11-27T12:00'), { groups: 3 })
		const kari = await addFamily(db, prison)
		const [stays, goes] = [await entryFor(db, await addFamily(db, prison)), await entryFor(db, kari)]
		await withdrawEntry(visitorCtx(db, kari.visitorId), { entry: { id: goes } })
		const keep = (waitingListEntryId: string) => {
			const offer = { waitingListEntryId, sessionId: hall, people: 1, offeredAt: monday, until: hoursAfter(monday, 2) }
			return db.transaction((tx) => insertOffer(tx, { ...offer, id: randomUUID() }))
		}
		expect([await keep(goes), await keep(stays), await keep(stays)]).toEqual([false, true, false])
		expect(await takenOf(db, hall)).toBe(1)
	})

	it('of many at once goes to as many waiting-list entries, one each, whatever crosses', async () => {
		const sessions = await Promise.all(
			Array.from({ length: 6 }, (_, day) => addSession(db, prison, hoursAfter(oslo('2026-12-01T12:00'), 24 * day))),
		)
		const bookings = await Promise.all(sessions.map(async (id) => book(db, await addFamily(db, prison), id)))
		const days = { from: '2026-12-01', to: '2026-12-06' }
		const entries = await Promise.all(
			Array.from({ length: 4 }, async () => entryFor(db, await addFamily(db, prison), days)),
		)
		await Promise.all(bookings.map((booked) => giveUp(booked)))
		const offers = await Promise.all(entries.map((entry) => offered(db, entry)))
		expect(offers.every((offer) => offer !== null)).toBe(true)
		expect(new Set(offers).size).toBe(4)
		const taken = await Promise.all(sessions.map((id) => takenOf(db, id)))
		expect(taken.filter((groups) => groups === 1)).toHaveLength(4)
		expect(await db.select().from(waitingListOffer).where(eq(waitingListOffer.state, 'passed'))).toEqual([])
	})

	it('is offered to the next when another place is being offered to the first at that moment', async () => {
		const other = await addSession(db, prison, oslo('2026-11-27T12:00'))
		const booked = await book(db, await addFamily(db, prison), session)
		const alsoBooked = await book(db, await addFamily(db, prison), other)
		const [first, second] = [
			await entryFor(db, await addFamily(db, prison), { at: hoursAfter(monday, -2) }),
			await entryFor(db, await addFamily(db, prison), { at: hoursAfter(monday, -1) }),
		]
		await giveUp(booked, { after: () => giveUp(alsoBooked) })
		expect([await offered(db, first), await offered(db, second)]).toEqual([session, other])
	})

	it('is where the visit is when it is cancelled, though it moves at that very moment', async () => {
		const to = await addSession(db, prison, oslo('2026-11-27T12:00'))
		const booked = await book(db, await addFamily(db, prison), session)
		const [here, there] = [
			await entryFor(db, await addFamily(db, prison), { from: '2026-11-26', to: '2026-11-26' }),
			await entryFor(db, await addFamily(db, prison), { from: '2026-11-27', to: '2026-11-27' }),
		]
		let cancelling: Promise<unknown> = Promise.resolve()
		await transaction(db, async (tx) => {
			await lockSessions(tx, [session, to])
			const start = oslo('2026-11-27T12:00')
			const place = { sessionId: to, area: to, startsAt: start, endsAt: hoursAfter(start, 1) }
			await updateBooking(tx, booked.id, ['confirmed'], { ...place, blockedUntil: place.endsAt, version: 1 })
			await offerFreedPlaces(tx, visitorCtx(db, booked.bookerId ?? ''), [session])
			cancelling = cancelBooking(visitorCtx(db, booked.bookerId ?? ''), { booking: { id: booked.id } })
			await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(1), 10_000)
		})
		await cancelling
		expect([await takenOf(db, session), await takenOf(db, to)]).toEqual([1, 1])
		expect([await offered(db, here), await offered(db, there)]).toEqual([session, to])
	})
})
