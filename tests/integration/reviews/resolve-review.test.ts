import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePermit } from '#app/services/permits/change-permit.server.ts'
import { releasePrisoner } from '#app/services/prisoners/release-prisoner.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { changeSession } from '#app/services/timetable/change-session.server.ts'
import { audit, booking, review } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
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
	const kept = (reason?: string) =>
		resolveReview(ctx, { booking: { id: bookingId }, end: 'kept', ...(reason ? { reason } : {}) })
	return {
		...prison,
		sessionId,
		bookingId,
		ctx,
		kept,
		prisoner: { id: prison.prisonerId },
		visitor: { id: prison.visitorId },
	}
}

async function row(id: string) {
	const [found] = await db.select().from(booking).where(eq(booking.id, id))
	return found
}

describe('keeping a booking', () => {
	it.each<[string, string, (fixture: Awaited<ReturnType<typeof booked>>) => Promise<unknown>]>([
		[
			'court-restriction',
			'a court bars visits',
			({ ctx, prisoner }) =>
				addCourtRestriction(ctx, { prisoner, type: 'visit-ban', orderReference: '26-1', to: noon(9) }),
		],
		[
			'protective-order',
			'an order protects the visitor',
			({ ctx, prisoner, visitor }) => addProtectiveOrder(ctx, { prisoner, visitor, to: noon(9) }),
		],
		[
			'visitor-banned',
			'the visitor is banned',
			({ ctx, visitor, facilityId }) => banVisitor(ctx, { visitor, facilityId, to: noon(9), reason: 'smuggling' }),
		],
		['prisoner-released', 'the prisoner is released', ({ ctx, prisoner }) => releasePrisoner(ctx, { prisoner })],
		['prisoner-not-here', 'the prisoner is out', ({ ctx, prisoner }) => setCustody(ctx, { prisoner, custody: 'out' })],
		[
			'permit-not-active',
			'a permit is suspended',
			({ ctx, permitId }) => changePermit(ctx, { permit: { id: permitId }, change: { state: 'suspended' } }),
		],
		[
			'setting-too-open',
			'a control is missing',
			({ ctx, permitId }) => changePermit(ctx, { permit: { id: permitId }, change: { controls: ['glass'] } }),
		],
		[
			'session-cancelled',
			'the session is closed',
			({ ctx, facilityId, sessionId }) =>
				addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' }),
		],
	])('is refused with %s while %s, whatever the reason', async (code, _, happens) => {
		const fixture = await booked()
		await happens(fixture)
		expect(await fixture.kept('The family comes from far away')).toMatchObject({ ok: false, refusals: [{ code }] })
		expect(await openCauses(db, fixture.bookingId)).toHaveLength(1)
		expect((await row(fixture.bookingId))?.state).toBe('confirmed')
	})

	it('in a session that has become too small lifts the limit, with a reason', async () => {
		const { ctx, sessionId, kept, bookingId, facilityId, visitorId } = await booked({ groups: 2 })
		const other = await addPair(seed, facilityId)
		const theirs = await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
		await changeSession(ctx, { session: { id: sessionId }, change: { groups: 1 } })
		await expect(kept()).rejects.toMatchObject({ code: 'incomplete', fields: ['reason'] })
		expect(await kept('The other officer stays')).toMatchObject({ ok: true })
		expect(await endings(db, bookingId)).toEqual(['session-changed kept'])
		expect(await row(bookingId)).toMatchObject({
			liftedCodes: ['session-full'],
			liftReason: 'The other officer stays',
			capacityLifted: true,
		})
		expect(await openCauses(db, theirs)).toEqual(['session-changed'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		await changeSession(ctx, { session: { id: sessionId }, change: { approval: 'request' } })
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('follows a session that moved, and tells the family the new time', async () => {
		const { ctx, sessionId, kept, bookingId, visitorId } = await booked()
		await changeSession(ctx, { session: { id: sessionId }, change: { start: noon(3, 14), setting: 'outdoor' } })
		expect(await reviewOf(ctx, { booking: { id: bookingId } })).toMatchObject({
			remaining: [],
			follows: { start: noon(3, 14), end: noon(3, 15), setting: 'outdoor' },
		})
		expect(await kept()).toMatchObject({ ok: true, booking: { startsAt: noon(3, 14), setting: 'outdoor', version: 1 } })
		expect(await messagesAbout(db, bookingId)).toEqual([
			`booking-changed ${visitorId}`,
			`booking-under-review ${visitorId}`,
		])
		await changeSession(ctx, { session: { id: sessionId }, change: { start: noon(3) } })
		expect(await openCauses(db, bookingId)).toEqual(['session-changed'])
	})

	it('does not follow a session to a time when the prisoner has another visit', async () => {
		const { ctx, sessionId, kept, prisonerId, visitorId, facilityId } = await booked()
		const later = await addSession(seed, { facilityId, startsAt: noon(10) })
		await addBooking(seed, { prisonerId, party: [visitorId], sessionId: later })
		await changeSession(ctx, { session: { id: sessionId }, change: { start: noon(10) } })
		expect(await kept('why not')).toMatchObject({
			ok: false,
			refusals: [{ code: 'prisoner-already-booked' }, { code: 'visitor-already-booked' }],
		})
	})

	it('ends all its open reviews at once, in the name of who decided', async () => {
		const { ctx, sessionId, kept, bookingId, officerId } = await booked()
		await changeSession(ctx, {
			session: { id: sessionId },
			change: { setting: 'outdoor', provides: ['watched', 'no-touch'] },
		})
		await kept('They may go to the garden')
		const [ended] = await db.select().from(review).where(eq(review.bookingId, bookingId))
		expect(ended).toMatchObject({ resolution: 'kept', endedBy: officerId, ownerId: officerId })
		const trace = await db.select().from(audit).where(eq(audit.subjectId, bookingId)).orderBy(audit.id)
		expect(trace.map(({ action }) => action)).toEqual(['review.open', 'booking.keep', 'review.resolve'])
	})

	it('takes a booking that is under review', async () => {
		const { kept } = await booked()
		await expect(kept()).rejects.toMatchObject({ code: 'wrong-state' })
	})
})

describe('moving a booking', () => {
	it('takes it to a place that every rule allows, and ends its reviews', async () => {
		const { ctx, facilityId, sessionId, bookingId, visitorId } = await booked()
		await addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' })
		const to = await addSession(seed, { facilityId, startsAt: noon(4) })
		expect(
			await resolveReview(ctx, { booking: { id: bookingId }, end: 'moved', place: { sessionId: to } }),
		).toMatchObject({
			ok: true,
			booking: { sessionId: to },
		})
		expect(await endings(db, bookingId)).toEqual(['closure-added moved'])
		expect(await messagesAbout(db, bookingId)).toEqual([
			`booking-changed ${visitorId}`,
			`booking-under-review ${visitorId}`,
		])
	})

	it('answers what stands against the new place', async () => {
		const { ctx, facilityId, sessionId, bookingId } = await booked()
		await addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' })
		const to = await addSession(seed, { facilityId, startsAt: noon(4), units: ['B'] })
		expect(
			await resolveReview(ctx, { booking: { id: bookingId }, end: 'moved', place: { sessionId: to } }),
		).toMatchObject({
			ok: false,
			refusals: [{ code: 'session-not-open' }],
		})
		expect(await openCauses(db, bookingId)).toEqual(['closure-added'])
	})

	it('takes another place', async () => {
		const { ctx, facilityId, sessionId, bookingId } = await booked()
		await addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' })
		const moved = { booking: { id: bookingId }, end: 'moved' as const }
		await expect(resolveReview(ctx, moved)).rejects.toMatchObject({ code: 'incomplete', fields: ['place'] })
		await expect(resolveReview(ctx, { ...moved, place: { sessionId } })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['place'],
		})
	})
})

describe('cancelling a booking', () => {
	it('is the prison’s doing, has a reason, and is told at once', async () => {
		const { ctx, facilityId, sessionId, bookingId, visitorId } = await booked()
		await addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' })
		const cancelled = { booking: { id: bookingId }, end: 'cancelled' as const }
		await expect(resolveReview(ctx, cancelled)).rejects.toMatchObject({ code: 'incomplete', fields: ['reason'] })
		await resolveReview(ctx, { ...cancelled, reason: 'The hall is closed' })
		expect(await row(bookingId)).toMatchObject({
			state: 'cancelled',
			cancelledBy: 'prison',
			reason: 'The hall is closed',
		})
		expect(await endings(db, bookingId)).toEqual(['closure-added cancelled'])
		expect(await messagesAbout(db, bookingId)).toEqual([
			`booking-cancelled ${visitorId}`,
			`booking-under-review ${visitorId}`,
		])
	})

	it('in a session that became too small frees the others', async () => {
		const { ctx, sessionId, bookingId, facilityId } = await booked({ groups: 2 })
		const other = await addPair(seed, facilityId)
		const theirs = await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
		await changeSession(ctx, { session: { id: sessionId }, change: { groups: 1 } })
		await resolveReview(ctx, { booking: { id: theirs }, end: 'cancelled', reason: 'Too few officers' })
		expect(await endings(db, bookingId)).toEqual(['session-changed cause-gone'])
	})
})
