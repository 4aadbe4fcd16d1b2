import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { claimReview } from '#app/services/reviews/claim-review.server.ts'
import { openReviewsOf, reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { changeSession } from '#app/services/timetable/change-session.server.ts'
import { booking } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, asOfficer, clock, noon } from '#tests/support/rows.ts'

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

async function _row(id: string) {
	const [found] = await db.select().from(booking).where(eq(booking.id, id))
	return found
}

describe('the officers’ list', () => {
	it('shows each booking once, with its causes, its owner and its age', async () => {
		const { ctx, prisoner, facilityId, sessionId, bookingId, officerId } = await booked()
		await addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'staffing' })
		await claimReview(ctx, { booking: { id: bookingId } })
		await setCustody(ctx, { prisoner, custody: 'out' })
		const later = asOfficer(db, { officerId, facilityId }, new Date(clock.getTime() + 5 * 3_600_000))
		const list = await openReviewsOf(later, { facilityId })
		expect(list).toMatchObject([
			{
				booking: { id: bookingId },
				ageHours: 5,
				owner: { id: officerId, name: 'Officer' },
				reviews: [{ cause: 'closure-added' }, { cause: 'custody-out' }],
			},
		])
		expect(list[0]?.party).toHaveLength(1)
	})

	it('says of one booking what stands, what forbids to keep it and what keeping would lift', async () => {
		const { ctx, prisoner, sessionId, bookingId } = await booked()
		await setCustody(ctx, { prisoner, custody: 'out' })
		await changeSession(ctx, { session: { id: sessionId }, change: { provides: ['watched', 'no-touch'] } })
		expect(await reviewOf(ctx, { booking: { id: bookingId } })).toMatchObject({
			against: [{ code: 'prisoner-not-here' }],
			toLift: [{ code: 'setting-stricter-than-needed' }],
			follows: null,
		})
	})

	it('has no entry for what is not under review', async () => {
		const { ctx, facilityId, bookingId } = await booked()
		expect(await openReviewsOf(ctx, { facilityId })).toEqual([])
		await expect(reviewOf(ctx, { booking: { id: bookingId } })).rejects.toMatchObject({ code: 'not-found' })
		await expect(claimReview(ctx, { booking: { id: bookingId } })).rejects.toMatchObject({ code: 'wrong-state' })
	})
})
