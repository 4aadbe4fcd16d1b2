import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePrisoner } from '#app/services/prisoners/change-prisoner.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { reevaluate } from '#app/services/reviews/reevaluate.server.ts'
import {
	addClosure,
	bookingsAffectedByClosure,
	type ClosureRequest,
} from '#app/services/timetable/add-closure.server.ts'
import { selectBookings } from '#db/queries/reviews/bookings.ts'
import { closure, review } from '#db/schema/index.ts'
import { addRoom } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	clock,
	day,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

/** A prison with a visit on each of three days, one of them by a prisoner of unit B, and a stay in a room over the second night. */
async function threeDays() {
	const prison = await addPrison(seed)
	const { facilityId, prisonerId, visitorId } = prison
	const other = await addPair(seed, facilityId)
	const ctx = asOfficer(db, prison)
	await changePrisoner(ctx, { prisoner: { id: other.prisonerId }, unit: 'B' })
	const [one, two, three] = [
		await addSession(seed, { facilityId, startsAt: noon(2) }),
		await addSession(seed, { facilityId, startsAt: noon(3) }),
		await addSession(seed, { facilityId, startsAt: noon(4) }),
	]
	const first = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: one })
	const second = await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId: two })
	const third = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: three })
	const roomId = await addRoom(seed, { facilityId, name: 'The house' })
	const guest = await addPair(seed, facilityId)
	const stay = await addBooking(seed, {
		prisonerId: guest.prisonerId,
		party: [guest.visitorId],
		roomId,
		startsAt: noon(3, 15),
		endsAt: noon(4, 11),
	})
	const touched = async (ask: Omit<ClosureRequest, 'facilityId'>) => {
		const found = await bookingsAffectedByClosure(ctx, { facilityId, ...ask })
		return found.map(({ id }) => ({ [first]: 'first', [second]: 'second', [third]: 'third', [stay]: 'stay' })[id])
	}
	return { ...prison, ctx, first, second, third, stay, roomId, sessionId: two, touched }
}

describe('a closure', () => {
	it('touches what its days, its unit, its room or its session say', async () => {
		const { touched, roomId, sessionId } = await threeDays()
		expect(await touched({ date: day(3) })).toEqual(['second', 'stay'])
		expect(await touched({ date: day(4) })).toEqual(['stay', 'third'])
		expect(await touched({ from: day(2), to: day(3) })).toEqual(['first', 'second', 'stay'])
		expect(await touched({ from: day(2), to: day(4), unit: 'B' })).toEqual(['second'])
		expect(await touched({ from: day(2), to: day(4), room: { id: roomId } })).toEqual(['stay'])
		expect(await touched({ session: { id: sessionId } })).toEqual(['second'])
		expect(await touched({ date: day(9) })).toEqual([])
	})

	it('is shown before the click without being written', async () => {
		const { touched, facilityId, first } = await threeDays()
		await touched({ date: day(2) })
		expect(await db.select().from(closure).where(eq(closure.facilityId, facilityId))).toEqual([])
		expect(await openCauses(db, first)).toEqual([])
	})

	it('puts under review just the visits that it was shown to touch, as the rules would say of each', async () => {
		const { ctx, facilityId, first, second, third, stay, roomId, sessionId } = await threeDays()
		const asks: Omit<ClosureRequest, 'facilityId'>[] = [
			{ date: day(4) },
			{ from: day(2), to: day(4), unit: 'B' },
			{ from: day(3), to: day(3), room: { id: roomId } },
			{ session: { id: sessionId } },
		]
		for (const ask of asks) {
			const shown = await bookingsAffectedByClosure(ctx, { facilityId, ...ask })
			const { closure: created, touched } = await addClosure(ctx, { facilityId, ...ask, reason: 'staffing' })
			const reviews = await db.select().from(review).where(eq(review.causeId, created.id))
			expect(touched).toEqual(shown)
			expect(reviews.map(({ bookingId }) => bookingId).sort()).toEqual(touched.map(({ id }) => id).sort())
			for (const booking of await selectBookings(db, [first, second, third, stay])) {
				const { refusals } = await reevaluate(db, booking, clock)
				const isRefused = refusals.some(({ code }) => code === 'closed-day' || code === 'session-cancelled')
				expect(isRefused).toBe(touched.some(({ id }) => id === booking.id))
			}
			await liftOrder(ctx, { kind: 'closure', order: { ref: created.ref } })
		}
		expect(await openCauses(db, second)).toEqual([])
		expect((await endings(db, second)).every((resolution) => resolution === 'closure-added cause-gone')).toBe(true)
	})

	it('tells a family that is told already nothing more', async () => {
		const { ctx, facilityId, prisonerId, first, visitorId } = await threeDays()
		await setCustody(ctx, { prisoner: { id: prisonerId }, custody: 'out' })
		await addClosure(ctx, { facilityId, date: day(2), reason: 'staffing' })
		expect(await openCauses(db, first)).toEqual(['closure-added', 'custody-out'])
		expect(await messagesAbout(db, first)).toEqual([`booking-under-review ${visitorId}`])
	})

	it('of a unit touches a prisoner who moves into it, until it is lifted', async () => {
		const { ctx, facilityId, prisonerId, first } = await threeDays()
		const { closure: created } = await addClosure(ctx, { facilityId, date: day(2), unit: 'B', reason: 'works' })
		await changePrisoner(ctx, { prisoner: { id: prisonerId }, unit: 'B' })
		expect(await openCauses(db, first)).toEqual(['unit-changed'])
		await liftOrder(ctx, { kind: 'closure', order: { id: created.id } })
		expect(await openCauses(db, first)).toEqual([])
	})

	it('has its days, in order, and its reason', async () => {
		const { ctx, facilityId } = await threeDays()
		const reason = 'staffing'
		await expect(addClosure(ctx, { facilityId, reason })).rejects.toMatchObject({ code: 'incomplete' })
		await expect(addClosure(ctx, { facilityId, from: day(4), to: day(3), reason })).rejects.toMatchObject({
			code: 'incomplete',
		})
		await expect(addClosure(ctx, { facilityId, date: day(3), reason: ' ' })).rejects.toMatchObject({
			fields: ['reason'],
		})
		await expect(addClosure(ctx, { facilityId, date: day(3), unit: 'Z', reason })).rejects.toMatchObject({
			fields: ['unit'],
		})
	})

	it('knows the rooms and the sessions of its own facility only', async () => {
		const { ctx, facilityId } = await threeDays()
		const elsewhere = await threeDays()
		const reason = 'staffing'
		await expect(addClosure(ctx, { facilityId, session: { id: elsewhere.sessionId }, reason })).rejects.toMatchObject({
			code: 'not-found',
		})
		await expect(
			addClosure(ctx, { facilityId, date: day(3), room: { id: elsewhere.roomId }, reason }),
		).rejects.toMatchObject({ code: 'not-found' })
	})
})
