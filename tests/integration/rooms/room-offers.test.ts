import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { localTime } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { freeDays, roomOffers } from '#app/services/rooms/room-offers.server.ts'
import { roomsFor } from '#app/services/rooms/rooms-for.server.ts'
import { addRoom, addVisitor } from '#sandbox/seeds/rows.ts'
import {
	addFamily,
	addPrison,
	type Family,
	monday,
	oslo,
	visitorCtx,
} from '#tests/integration/waiting-list/waiting-room.ts'
import { openDatabase } from '#tests/support/database.ts'
import { stayRequest } from './stays.ts'

const { db } = await openDatabase({ max: 6 })
let prison: string
let kari: Family

beforeEach(async () => {
	prison = await addPrison(db)
	kari = await addFamily(db, prison)
})

const room = (given: Partial<Parameters<typeof addRoom>[1]> = {}) =>
	addRoom(db, { facilityId: prison, name: 'House', provides: ['watched'], ...given })
const playRoom = (given: Partial<Parameters<typeof addRoom>[1]> = {}) =>
	room({ name: 'Play room', kind: 'play-room', opens: '10:00', closes: '14:00', maxHours: 2, ...given })
const day = (roomId: string, family = kari, date = '2026-11-27', hours = 2) =>
	roomOffers(db, stayRequest(family), { roomId, date, nights: 0, hours }, monday)
const times = (ranges: readonly Span[]) => ranges.map(({ start, end }) => `${localTime(start)}-${localTime(end)}`)

async function reserve(roomId: string, from: string, to: string, family?: Family): Promise<void> {
	const { visitorId, prisonerId, party } = family ?? (await addFamily(db, prison))
	const place = { roomId, start: oslo(from), end: oslo(to) }
	const outcome = await bookVisit(visitorCtx(db, visitorId), { prisonerId, partyIds: party, place })
	if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join())
}

describe('what can be had of a room', () => {
	it('are the ranges of its opening hours, and each can be booked', async () => {
		const roomId = await playRoom()
		const { offered, publicReasons: told } = await day(roomId)
		expect(times(offered)).toEqual(['10:00-12:00', '11:00-13:00', '12:00-14:00'])
		expect(told).toEqual({ kind: 'plain', items: [] })
		await reserve(roomId, '2026-11-27T11:00', '2026-11-27T13:00', kari)
	})

	it('leaves out what is reserved, with the turn-around, and begins as soon as the room is ready', async () => {
		const roomId = await playRoom({ closes: '18:00', turnaroundMinutes: 45 })
		await reserve(roomId, '2026-11-27T12:00', '2026-11-27T13:00')
		const { offered } = await day(roomId)
		expect(times(offered)).toEqual(['13:45-15:45', '14:00-16:00', '15:00-17:00', '16:00-18:00'])
	})

	it('is nothing on a day that is taken, and says so', async () => {
		const roomId = await playRoom()
		await reserve(roomId, '2026-11-27T11:00', '2026-11-27T13:00')
		const { offered, publicReasons: told } = await day(roomId)
		expect(offered).toEqual([])
		expect(told).toMatchObject({ kind: 'plain', items: [{ code: 'room-taken' }] })
	})

	it('counts real hours over the night in which the clock changes', async () => {
		prison = await addPrison(db, { maxDaysAhead: 200 })
		kari = await addFamily(db, prison)
		const roomId = await room({ minHours: 20, maxHours: 24, opens: '12:00', closes: '14:00' })
		const night = async (date: string) =>
			(await roomOffers(db, stayRequest(kari), { roomId, date, nights: 1 }, monday)).offered.filter(
				({ start }) => localTime(start) === '12:00',
			)
		expect(times(await night('2026-11-27'))).toEqual(['12:00-12:00'])
		// 23 hours from noon to noon: 24 reach until one o'clock.
		expect(times(await night('2027-03-27'))).toEqual(['12:00-12:00', '12:00-13:00'])
	})

	it('says why where the room takes no such stay at all', async () => {
		const roomId = await playRoom()
		const night = await roomOffers(db, stayRequest(kari), { roomId, date: '2026-11-27', nights: 1 }, monday)
		expect(night.offered).toEqual([])
		expect(night.refusals.map(({ code }) => code)).toEqual(expect.arrayContaining(['room-not-open', 'stay-length']))
	})

	it('asks for the consents that a stay with a child needs', async () => {
		const family = await addFamily(db, prison, { child: true })
		const roomId = await playRoom({ needsConsents: ['guardian'] })
		expect((await day(roomId, family)).publicReasons).toMatchObject({ items: [{ code: 'room-not-open' }] })
		const ask = stayRequest(family, ['guardian'])
		const { offered } = await roomOffers(db, ask, { roomId, date: '2026-11-27', nights: 0, hours: 2 }, monday)
		expect(offered).toHaveLength(3)
	})

	it('is told to nobody without a permit, and neutrally where the reason is not theirs to know', async () => {
		const roomId = await playRoom()
		const visitorId = await addVisitor(db, { givenName: 'Nils', familyName: 'Moe' })
		const stranger = { ...kari, visitorId, party: [visitorId] }
		expect((await day(roomId, stranger)).publicReasons).toMatchObject({
			items: [{ code: 'permit-missing', about: 'you' }],
		})
		const elsewhere = await addRoom(db, { facilityId: await addPrison(db), name: 'Other' })
		expect((await day(elsewhere)).publicReasons).toEqual({ kind: 'neutral' })
		await expect(day(randomUUID())).rejects.toMatchObject({ code: 'not-found' })
	})
})

describe('the days on which a stay can begin', () => {
	it('are those on which some range can be had, as far as is booked ahead', async () => {
		const roomId = await playRoom()
		await reserve(roomId, '2026-11-27T11:00', '2026-11-27T13:00')
		const all = await freeDays(db, stayRequest(kari), { roomId, nights: 0, hours: 2 }, monday)
		expect(all.map(({ date }) => date)).toContain('2026-11-27')
		const days = all.filter(({ count }) => count > 0).map(({ date }) => date)
		// A day's notice from nine o'clock: tomorrow is open from ten.
		expect(days[0]).toBe('2026-11-24')
		expect(days).not.toContain('2026-11-27')
		expect(days.at(-1)).toBe('2026-12-21')
	})

	it('are none while another stay lies too near', async () => {
		const roomId = await playRoom()
		await reserve(roomId, '2026-12-01T10:00', '2026-12-01T11:00', kari)
		const days = await freeDays(db, stayRequest(kari), { roomId, nights: 0 }, monday)
		expect(days.filter(({ count }) => count > 0)).toEqual([])
	})
})

describe('the rooms of a family', () => {
	it('are those where the prisoner is and that are for them, and none without a permit', async () => {
		const open = await room({ features: ['toys'] })
		await room({ units: ['B'] })
		await addRoom(db, { facilityId: await addPrison(db), name: 'Other' })
		const { rooms } = await roomsFor(db, stayRequest(kari), monday)
		expect(rooms.map(({ id, features }) => [id, features])).toEqual([[open, ['toys']]])
		const visitorId = await addVisitor(db, { givenName: 'Nils', familyName: 'Moe' })
		const none = await roomsFor(db, stayRequest({ ...kari, visitorId, party: [visitorId] }), monday)
		expect(none).toMatchObject({ rooms: [], hasPermit: false })
	})
})
