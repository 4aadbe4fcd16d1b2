import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bookingStates, mayBeCorrected, mayBecome } from '#app/domain/bookings/booking.ts'
import { constraintOf, sqlState } from '#app/services/transaction.server.ts'
import { addRoom } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, clock, noon } from '#tests/support/rows.ts'

// The database's own guards, asked without any rule before them: whoever writes meets them.

const { db, owner: seed } = await openDatabase()

/** What a write is refused with: the constraint's name, or the error's code; null when it was let through. */
async function refusedBy(write: Promise<unknown>): Promise<string | null> {
	try {
		await write
		return null
	} catch (error) {
		return constraintOf(error) ?? sqlState(error) ?? String(error)
	}
}

describe('a place and a time', () => {
	it('a prisoner is in one at a time', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const other = await addPair(seed, facilityId)
		const [one, two] = [
			await addSession(seed, { facilityId, startsAt: noon(3) }),
			await addSession(seed, { facilityId, startsAt: noon(3) }),
		]
		await addBooking(db, { prisonerId, party: [visitorId], sessionId: one })
		const again = addBooking(db, { prisonerId, party: [other.visitorId], sessionId: two })
		expect(await refusedBy(again)).toBe('booking_prisoner_once_at_a_time')
	})

	it('a visitor is in one at a time, in all the land', async () => {
		const [here, there] = [await addPrison(seed), await addPrison(seed)]
		const near = await addSession(seed, { facilityId: here.facilityId, startsAt: noon(3) })
		const far = await addSession(seed, { facilityId: there.facilityId, startsAt: noon(3) })
		await addBooking(db, { prisonerId: here.prisonerId, party: [here.visitorId], sessionId: near })
		const again = addBooking(db, { prisonerId: there.prisonerId, party: [here.visitorId], sessionId: far })
		expect(await refusedBy(again)).toBe('booking_visitor_once_at_a_time')
	})

	it('a room has one stay at a time, its turn-around after it counted', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const other = await addPair(seed, facilityId)
		const roomId = await addRoom(seed, { facilityId, name: 'Room', turnaroundMinutes: 60 })
		await addBooking(db, { prisonerId, party: [visitorId], roomId, startsAt: noon(3, 10), endsAt: noon(3, 12) })
		const next = { prisonerId: other.prisonerId, party: [other.visitorId], roomId }
		const tooSoon = addBooking(db, { ...next, startsAt: noon(3, 12), endsAt: noon(3, 14) })
		expect(await refusedBy(tooSoon)).toBe('booking_room_once_at_a_time')
		expect(await refusedBy(addBooking(db, { ...next, startsAt: noon(3, 13), endsAt: noon(3, 14) }))).toBeNull()
	})

	it('a session holds as many groups and people as it has room for, offers counted', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const others = [await addPair(seed, facilityId), await addPair(seed, facilityId)] as const
		const small = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1 })
		await addBooking(db, { prisonerId, party: [visitorId], sessionId: small })
		const second = addBooking(db, { prisonerId: others[0].prisonerId, party: [others[0].visitorId], sessionId: small })
		expect(await refusedBy(second)).toBe('visit_session_groups_within_capacity')

		const narrow = await addSession(seed, { facilityId, startsAt: noon(5), groups: 9, people: 1 })
		const two = { prisonerId: others[0].prisonerId, party: [others[0].visitorId, others[1].visitorId] }
		expect(await refusedBy(addBooking(db, { ...two, sessionId: narrow }))).toBe('visit_session_people_within_capacity')

		const kept = await addSession(seed, { facilityId, startsAt: noon(6), groups: 1 })
		await seed.execute(offerOf(await entryOf(prisonerId, visitorId), kept))
		const third = addBooking(db, { prisonerId: others[1].prisonerId, party: [others[1].visitorId], sessionId: kept })
		expect(await refusedBy(third)).toBe('visit_session_groups_within_capacity')
	})
})

describe('what happens once', () => {
	it('a form makes one booking', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const idempotencyKey = randomUUID()
		const booked = async (days: number) =>
			addBooking(db, {
				prisonerId,
				party: [visitorId],
				sessionId: await addSession(seed, { facilityId, startsAt: noon(days) }),
				idempotencyKey,
			})
		await booked(3)
		expect(await refusedBy(booked(5))).toBe('booking_idempotency_key_key')
	})

	it('a waiting-list entry has one offer, and a cause opens one review of a booking', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
		const entry = await entryOf(prisonerId, visitorId)
		await db.execute(offerOf(entry, sessionId))
		expect(await refusedBy(db.execute(offerOf(entry, sessionId)))).toBe('waiting_list_offer_one_open')

		const bookingId = await addBooking(db, { prisonerId, party: [visitorId], sessionId })
		const review = () =>
			db.execute(sql`insert into review (id, ref, booking_id, cause, cause_id, facility_id, opened_at)
				values (${randomUUID()}, ${randomUUID()}, ${bookingId}, 'closure-added', ${prisonerId}, ${facilityId}, ${clock.toISOString()})`)
		await review()
		expect(await refusedBy(review())).toBe('review_open_once')
	})
})

describe('what has happened', () => {
	it('a booking takes no step that is none', async () => {
		const { facilityId, prisonerId, visitorId } = await addPrison(seed)
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
		const gone = { state: 'cancelled', cancelledBy: 'visitor' } as const
		const id = await addBooking(db, { prisonerId, party: [visitorId], sessionId, ...gone })
		const back = db.execute(sql`update booking set state = 'confirmed', cancelled_by = null where id = ${id}`)
		expect(await refusedBy(back)).toBe('booking_step_allowed')
	})

	it('the steps that the database allows are those of the rules', async () => {
		const all = bookingStates.flatMap((from) => bookingStates.map((to) => ({ from, to })))
		const rows = await db.execute<{ from: string; to: string }>(sql`
			select pair->>'from' as "from", pair->>'to' as "to" from json_array_elements(${JSON.stringify(all)}::json) pair
			where pair->>'from' <> pair->>'to' and booking_step_allowed(pair->>'from', pair->>'to')`)
		const allowed = all.filter(({ from, to }) => mayBecome(from, to) || mayBeCorrected(from, to))
		expect(rows.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
			allowed.map(({ from, to }) => `${from} ${to}`).sort(),
		)
	})

	it('the log only grows', async () => {
		const denied = '42501'
		expect(await refusedBy(db.execute(sql`update audit set action = 'nothing'`))).toBe(denied)
		expect(await refusedBy(db.execute(sql`delete from audit`))).toBe(denied)
		expect(await refusedBy(db.execute(sql`delete from booking`))).toBe(denied)
	})
})

async function entryOf(prisonerId: string, visitorId: string): Promise<string> {
	const id = randomUUID()
	await seed.execute(sql`insert into waiting_list_entry (id, ref, created_by, prisoner_id, first_date, last_date, far_travel, state, created_at)
		values (${id}, ${id}, ${visitorId}, ${prisonerId}, '2026-11-24', '2026-12-24', false, 'open', ${clock.toISOString()})`)
	return id
}

const offerOf = (waitingListEntryId: string, sessionId: string) =>
	sql`insert into waiting_list_offer (id, waiting_list_entry_id, session_id, people, offered_at, until, state)
		values (${randomUUID()}, ${waitingListEntryId}, ${sessionId}, 1, ${clock.toISOString()}, ${noon(1).toISOString()}, 'open')`
