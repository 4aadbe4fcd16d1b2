import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerRequest } from '#app/services/bookings/answer-request.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { claimReview, ownerShown } from '#app/services/reviews/claim-review.server.ts'
import { audit, review } from '#db/schema/index.ts'
import { addOfficer } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	asVisitor,
	noon,
	type Prison,
} from '#tests/support/rows.ts'

const { owner: db } = await openDatabase()
let prison: Prison
let siri: string
beforeAll(async () => {
	prison = await addPrison(db)
	siri = await addOfficer(db, { name: 'Siri Dahl', issuer: 'staff', subject: 'siri', roles: [] })
})

async function visit(state: 'confirmed' | 'requested' = 'confirmed') {
	const { facilityId } = prison
	const { prisonerId, visitorId } = await addPair(db, facilityId)
	const [from, to] = [
		await addSession(db, { facilityId, startsAt: noon(3) }),
		await addSession(db, { facilityId, startsAt: noon(4) }),
	]
	const id = await addBooking(db, { prisonerId, party: [visitorId], sessionId: from, state })
	return { booking: { id }, to: { sessionId: to }, family: asVisitor(db, visitorId) }
}
const byNora = () => asOfficer(db, prison)
const bySiri = () => asOfficer(db, { ...prison, officerId: siri })
const auditsOf = (id: string) => db.select().from(audit).where(eq(audit.subjectId, id))

describe('after a colleague', () => {
	it('a cancellation says who cancelled; to the family it was the prison', async () => {
		const { booking, family } = await visit()
		await cancelBooking(bySiri(), { booking, reason: 'Staff' })
		await expect(cancelBooking(byNora(), { booking, reason: 'Staff' })).rejects.toMatchObject({
			conflict: { what: 'visit-called-off', by: { kind: 'officer', name: 'Siri Dahl' } },
		})
		await expect(cancelBooking(family, { booking })).rejects.toMatchObject({
			conflict: { what: 'visit-called-off', by: { kind: 'prison' } },
		})
		expect(await auditsOf(booking.id)).toHaveLength(1)
	})

	it('an answer says who answered', async () => {
		const { booking } = await visit('requested')
		await answerRequest(bySiri(), { booking, approve: true })
		await expect(answerRequest(byNora(), { booking, approve: true })).rejects.toMatchObject({
			conflict: { what: 'visit-approved', by: { kind: 'officer', name: 'Siri Dahl' } },
		})
	})

	it('a review that a colleague took since the page was shown is not taken from them unseen', async () => {
		const { booking } = await visit()
		const about = { cause: 'permit-changed', causeId: booking.id, facilityId: prison.facilityId } as const
		await db
			.insert(review)
			.values({ id: booking.id, ref: booking.id, bookingId: booking.id, ...about, openedAt: noon(0) })
		await claimReview(bySiri(), { booking, shown: ownerShown(null) })
		await expect(claimReview(byNora(), { booking, shown: ownerShown(null) })).rejects.toMatchObject({
			conflict: { what: 'review-claimed', by: { kind: 'officer', name: 'Siri Dahl' } },
		})
		await claimReview(byNora(), { booking, shown: ownerShown(siri) })
	})
})

describe('a visit that the prison has moved since the page was shown', () => {
	it('is neither cancelled nor moved by that page', async () => {
		const { booking, to, family } = await visit()
		await rescheduleBooking(byNora(), { booking, place: to })
		const moved = { conflict: { what: 'visit-moved', by: { kind: 'prison' } } }
		await expect(cancelBooking(family, { booking, version: 0 })).rejects.toMatchObject(moved)
		const other = await addSession(db, { facilityId: prison.facilityId, startsAt: noon(5) })
		const again = rescheduleBooking(family, { booking, place: { sessionId: other }, version: 0 })
		await expect(again).rejects.toMatchObject(moved)
		expect(await cancelBooking(family, { booking, version: 1 })).toMatchObject({ state: 'cancelled' })
	})
})

it('with another answer the same officer is told what they did', async () => {
	const { booking } = await visit()
	await cancelBooking(byNora(), { booking, reason: 'Staff' })
	expect(await cancelBooking(byNora(), { booking, reason: 'Staff' })).toMatchObject({ state: 'cancelled' })
	await expect(cancelBooking(byNora(), { booking, reason: 'Other' })).rejects.toMatchObject({
		conflict: { what: 'visit-called-off', by: { kind: 'you' } },
	})
	expect(await auditsOf(booking.id)).toHaveLength(1)
})
