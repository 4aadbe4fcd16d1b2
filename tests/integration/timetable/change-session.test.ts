import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { changeSession, type SessionChange } from '#app/services/timetable/change-session.server.ts'
import { booking, visitSession } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	asVisitor,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

async function booked(session: Partial<Parameters<typeof addSession>[1]> = {}) {
	const prison = await addPrison(seed)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3), ...session })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	const ctx = asOfficer(db, prison)
	const change = (fields: SessionChange) => changeSession(ctx, { session: { id: sessionId }, change: fields })
	return { ...prison, sessionId, bookingId, ctx, change }
}

async function sessionRow(id: string) {
	const [row] = await db.select().from(visitSession).where(eq(visitSession.id, id))
	return row
}

describe('a change of a session', () => {
	it('of its time touches its visits, which keep the time that the family was told', async () => {
		const { change, bookingId, visitorId } = await booked()
		await change({ start: noon(3, 14) })
		expect(await openCauses(db, bookingId)).toEqual(['session-changed'])
		const [row] = await db.select().from(booking).where(eq(booking.id, bookingId))
		expect(row?.startsAt).toEqual(noon(3))
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
	})

	it.each<[string, SessionChange]>([
		['another setting', { setting: 'booth' }],
		['less time', { minutes: 30 }],
		['fewer controls than needed', { provides: [] }],
		['more controls than needed', { provides: ['watched', 'no-touch'] }],
		['another unit', { units: ['B'] }],
		['another level', { securityLevels: ['low'] }],
		['another status', { legalStatuses: ['remand'] }],
		['no place', { groups: 0 }],
		['too few people', { people: 0 }],
		['the other track', { track: 'official' }],
	])('touches its visits: %s', async (_, fields) => {
		const { change, bookingId } = await booked()
		await change(fields)
		expect(await openCauses(db, bookingId)).toEqual(['session-changed'])
	})

	it.each<[string, SessionChange]>([
		['more places', { groups: 20 }],
		['fewer places than before, and enough', { groups: 1 }],
		['a list of units with the right one', { units: ['A'] }],
		['an answer by an officer', { approval: 'request' }],
		['nothing', { groups: 10 }],
	])('leaves its visits alone: %s', async (_, fields) => {
		const { change, bookingId } = await booked()
		await change(fields)
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('back to what it was closes its reviews by itself', async () => {
		const { change, bookingId } = await booked()
		await change({ start: noon(4), provides: [] })
		await change({ start: noon(3), provides: ['watched'] })
		expect(await endings(db, bookingId)).toEqual(['session-changed cause-gone'])
	})

	it('to fewer places than are taken lets the places stand and all of them be looked at', async () => {
		const { change, bookingId, facilityId, sessionId } = await booked({ groups: 2, people: 4 })
		const other = await addPair(seed, facilityId)
		const theirs = await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
		await change({ groups: 1, people: 1 })
		expect([await openCauses(db, bookingId), await openCauses(db, theirs)]).toEqual([
			['session-changed'],
			['session-changed'],
		])
		expect(await sessionRow(sessionId)).toMatchObject({
			takenGroups: 2,
			groups: 1,
			liftedGroups: 1,
			takenPeople: 2,
			people: 1,
			liftedPeople: 1,
		})
		const third = await addPair(seed, facilityId)
		const outcome = await bookVisit(asVisitor(db, third.visitorId), {
			prisonerId: third.prisonerId,
			partyIds: [third.visitorId],
			place: { sessionId },
		})
		expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'session-full' }] })
		await change({ groups: 2, people: null })
		expect([await openCauses(db, bookingId), await openCauses(db, theirs)]).toEqual([[], []])
		expect(await sessionRow(sessionId)).toMatchObject({ liftedGroups: 0, liftedPeople: 0 })
	})

	it('does not blame a session that takes more for a place given beyond its capacity', async () => {
		const { change, bookingId, facilityId, sessionId } = await booked({ groups: 1 })
		const other = await addPair(seed, facilityId)
		await addBooking(seed, {
			prisonerId: other.prisonerId,
			party: [other.visitorId],
			sessionId,
			capacityLifted: true,
			liftedCodes: ['session-full'],
		})
		const third = await addPair(seed, facilityId)
		await addBooking(seed, {
			prisonerId: third.prisonerId,
			party: [third.visitorId],
			sessionId,
			capacityLifted: true,
			liftedCodes: ['session-full'],
		})
		await change({ groups: 2 })
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('of its area is followed by its bookings at once', async () => {
		const { change, bookingId, facilityId } = await booked()
		await change({ area: 'yard' })
		const [row] = await db.select().from(booking).where(eq(booking.id, bookingId))
		expect(row?.area).toBe(`${facilityId}/yard`)
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('says which fields cannot stand', async () => {
		const { change } = await booked()
		await expect(change({ start: noon(-1), minutes: 1, groups: -1 })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['start', 'minutes', 'groups'],
		})
	})

	it('never lets an official session be overheard', async () => {
		const { change } = await booked({ track: 'official', provides: [] })
		await expect(change({ provides: ['overheard'] })).rejects.toMatchObject({ code: 'not-allowed' })
	})

	it('comes too late when it is over', async () => {
		const { change } = await booked({ startsAt: noon(-2) })
		await expect(change({ groups: 1 })).rejects.toMatchObject({ code: 'wrong-state' })
	})
})
