import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { booking } from '#db/schema/index.ts'
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

describe('a non-association pair', () => {
	async function pair() {
		const fixture = await booked()
		const other = await addPair(seed, fixture.facilityId)
		const theirs = await addBooking(seed, {
			prisonerId: other.prisonerId,
			party: [other.visitorId],
			sessionId: fixture.sessionId,
		})
		await addNonAssociation(fixture.ctx, { prisoners: [fixture.prisoner, { id: other.prisonerId }] })
		return { ...fixture, other, theirs }
	}

	it('is settled on both sides when one is cancelled by the prison', async () => {
		const { ctx, bookingId, theirs, other } = await pair()
		await resolveReview(ctx, { booking: { id: bookingId }, end: 'cancelled', reason: 'Another time suits better' })
		expect([await endings(db, bookingId), await endings(db, theirs)]).toEqual([
			['non-association-added cancelled'],
			['non-association-added pair-settled'],
		])
		expect(await messagesAbout(db, theirs)).toEqual([`booking-under-review ${other.visitorId}`])
	})

	it('is settled on both sides when a family cancels or moves', async () => {
		const one = await pair()
		await cancelBooking(asVisitor(db, one.visitorId), { booking: { id: one.bookingId } })
		expect(await endings(db, one.theirs)).toEqual(['non-association-added pair-settled'])
		const two = await pair()
		const to = await addSession(seed, { facilityId: two.facilityId, startsAt: noon(4) })
		await rescheduleBooking(asVisitor(db, two.visitorId), { booking: { id: two.bookingId }, place: { sessionId: to } })
		expect([await endings(db, two.bookingId), await endings(db, two.theirs)]).toEqual([
			['non-association-added moved'],
			['non-association-added pair-settled'],
		])
	})

	it('stays under review on the other side while a third booking meets it', async () => {
		const { ctx, bookingId, theirs, sessionId, facilityId } = await pair()
		const third = await addPair(seed, facilityId)
		const thirds = await addBooking(seed, { prisonerId: third.prisonerId, party: [third.visitorId], sessionId })
		await addNonAssociation(ctx, {
			prisoners: [{ id: third.prisonerId }, { id: (await row(theirs))?.prisonerId ?? '' }],
		})
		expect(await openCauses(db, theirs)).toEqual(['non-association-added', 'non-association-added'])
		await resolveReview(ctx, { booking: { id: bookingId }, end: 'cancelled', reason: 'Another time suits better' })
		expect(await endings(db, theirs)).toEqual(['non-association-added open', 'non-association-added pair-settled'])
		expect(await openCauses(db, thirds)).toEqual(['non-association-added'])
	})

	it('is settled once when both sides are cancelled at the same moment', async () => {
		for (let round = 0; round < 5; round++) {
			const { ctx, bookingId, theirs } = await pair()
			const cancel = (id: string) =>
				resolveReview(ctx, { booking: { id }, end: 'cancelled', reason: 'Another time suits better' })
			const outcomes = await Promise.allSettled([cancel(bookingId), cancel(theirs)])
			expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
			expect([...(await openCauses(db, bookingId)), ...(await openCauses(db, theirs))]).toEqual([])
		}
	})
})
