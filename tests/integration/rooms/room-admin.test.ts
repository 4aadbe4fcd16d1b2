import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { localTime } from '#app/domain/calendar/oslo.ts'
import type { RoomTerms } from '#app/domain/rooms/room-terms.ts'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { addRoom } from '#app/services/rooms/add-room.server.ts'
import { changeRoom } from '#app/services/rooms/change-room.server.ts'
import { previewRoomChange } from '#app/services/rooms/preview-room-change.server.ts'
import { roomPlan } from '#app/services/rooms/room-plan.server.ts'
import { audit, booking, room } from '#db/schema/index.ts'
import { addFamily, addPrison, officerCtx, oslo, visitorCtx } from '#tests/integration/waiting-list/waiting-room.ts'
import { openDatabase } from '#tests/support/database.ts'

const { db } = await openDatabase({ max: 6 })
let prison: string
let officer: Ctx

beforeEach(async () => {
	prison = await addPrison(db)
	officer = officerCtx(db, prison, randomUUID())
})

const house: RoomTerms = {
	name: ' House ',
	kind: 'visiting-house',
	people: 6,
	provides: ['watched'],
	minHours: 1,
	maxHours: 24,
	turnaroundMinutes: 60,
	opens: '00:00',
	closes: '24:00',
	needsConsents: [],
	features: ['kitchen'],
	units: null,
	securityLevels: null,
	legalStatuses: null,
}
const as = (role: 'visit-officer' | 'admin' | 'auditor' | 'finance'): Ctx =>
	officer.actor.kind === 'officer'
		? { ...officer, actor: { ...officer.actor, grants: [{ role, facilityId: prison }] } }
		: officer

async function stay(roomId: string, from: string, to: string) {
	const { prisonerId, visitorId, party } = await addFamily(db, prison)
	const place = { roomId, start: oslo(from), end: oslo(to) }
	const outcome = await bookVisit(visitorCtx(db, visitorId), { prisonerId, partyIds: party, place })
	if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join())
	return outcome.booking
}

describe('a room', () => {
	it('is added and changed by who keeps the timetable, with a trace', async () => {
		const created = await addRoom(as('admin'), { facilityId: prison, room: house })
		expect(created).toMatchObject({ name: 'House', features: ['kitchen'] })
		await changeRoom(officer, { room: { ref: created.ref }, change: { maxHours: 12, features: [] } })
		const [row] = await db.select().from(room).where(eq(room.id, created.id))
		expect(row).toMatchObject({ maxHours: 12, minHours: 1, features: [] })
		const traces = await db.select().from(audit).where(eq(audit.subjectId, created.id))
		expect(traces.map(({ action }) => action)).toEqual(['room.add', 'room.change'])
	})

	it('is refused with the fields that cannot stand, and to others', async () => {
		const created = await addRoom(officer, { facilityId: prison, room: house })
		await expect(addRoom(officer, { facilityId: prison, room: { ...house, people: 0 } })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['people'],
		})
		const change = { people: 2 }
		await expect(changeRoom(officer, { room: { id: created.id }, change: { maxHours: 0 } })).rejects.toMatchObject({
			code: 'incomplete',
		})
		await expect(changeRoom(as('visit-officer'), { room: { id: created.id }, change })).rejects.toMatchObject({
			code: 'not-allowed',
		})
		await expect(changeRoom(officer, { room: { id: randomUUID() }, change })).rejects.toMatchObject({
			code: 'not-found',
		})
		await expect(addRoom(as('auditor'), { facilityId: prison, room: house })).rejects.toMatchObject({
			code: 'not-allowed',
		})
	})
})

describe('the preview of a change', () => {
	it('names the stays that the room would no longer take, and the change lets them stand', async () => {
		const { id } = await addRoom(officer, { facilityId: prison, room: house })
		const long = await stay(id, '2026-11-27T12:00', '2026-11-28T10:00')
		await stay(id, '2026-12-01T12:00', '2026-12-01T14:00')
		const input = { room: { id }, change: { maxHours: 8 } }
		expect(await previewRoomChange(officer, input)).toMatchObject({
			stays: 2,
			unfit: [{ booking: { id: long.id }, codes: ['stay-length'] }],
		})
		expect((await previewRoomChange(officer, { room: { id }, change: { name: 'Villa' } })).unfit).toEqual([])
		await changeRoom(officer, input)
		expect((await db.select().from(booking).where(eq(booking.id, long.id)))[0]?.state).toBe('confirmed')
	})
})

describe('the plan of the rooms', () => {
	it('shows what is reserved and what stands free', async () => {
		const { id } = await addRoom(officer, { facilityId: prison, room: house })
		await stay(id, '2026-11-27T12:00', '2026-11-27T14:00')
		const [plan] = await roomPlan(as('visit-officer'), { facilityId: prison, first: '2026-11-27', last: '2026-11-27' })
		expect(plan?.reservations).toMatchObject([{ state: 'confirmed', people: 1 }])
		expect(plan?.free.map(({ start, end }) => [localTime(start), localTime(end)])).toEqual([
			['00:00', '11:00'],
			['15:00', '00:00'],
		])
		const ask = { facilityId: prison, first: '2026-11-27', last: '2026-11-27' }
		await expect(roomPlan(as('finance'), ask)).rejects.toMatchObject({ code: 'not-allowed' })
	})
})
