import { expect, it } from 'vitest'
import { roles } from '#app/domain/access/roles.ts'
import { availableReviewActions, type ReviewAction, reviewActions } from '#app/domain/reviews/available-actions.ts'
import { ServiceError } from '#app/services/errors.ts'
import { claimReview } from '#app/services/reviews/claim-review.server.ts'
import { reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { otherTimesFor } from '#app/services/reviews/other-times.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, asOfficer, clock, day, noon } from '#tests/support/rows.ts'

// Every role against every button of a review: what is offered can be pressed, and nothing else can.

const { db, owner: seed } = await openDatabase()

async function reviewed(role: (typeof roles)[number]) {
	const prison = await addPrison(seed)
	const { facilityId, prisonerId, visitorId } = prison
	const [sessionId, other] = [
		await addSession(seed, { facilityId, startsAt: noon(3) }),
		await addSession(seed, { facilityId, startsAt: noon(9) }),
	]
	const bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	await addClosure(asOfficer(db, prison), { facilityId, date: day(3), reason: 'Training' })
	const ctx = asOfficer(db, prison, clock, [{ role, facilityId }])
	return { ctx, booking: { id: bookingId }, other }
}

async function press(action: ReviewAction, { ctx, booking, other }: Awaited<ReturnType<typeof reviewed>>) {
	if (action === 'claim') return claimReview(ctx, { booking })
	const place = action === 'moved' ? { place: { sessionId: other } } : {}
	return resolveReview(ctx, { booking, end: action, reason: 'Agreed', ...place })
}

const table = roles.flatMap((role) => reviewActions.map((action) => ({ role, action })))

it.each(table)('$role and $action', async ({ role, action }) => {
	const one = await reviewed(role)
	const mayRead = ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'].includes(role)
	if (!mayRead) await expect(reviewOf(one.ctx, one)).rejects.toMatchObject({ code: 'not-allowed' })
	const shown = mayRead ? await reviewOf(one.ctx, one) : null
	const { actor } = one.ctx
	const held = actor.kind === 'officer' ? actor.grants.map((grant) => grant.role) : []
	const mayHandle = role === 'visit-officer' || role === 'decision-maker'
	const times = shown && mayHandle ? await otherTimesFor(one.ctx, shown.booking) : []
	const facts = { keepable: shown?.against.length === 0, movable: times.length > 0 }
	const offered = availableReviewActions(facts, held)
	// The day is closed: nobody keeps that visit, and whoever settles it is not offered to.
	expect(offered).toEqual(mayHandle ? ['claim', 'moved', 'cancelled'] : [])
	const outcome = await press(action, one).then(
		(result) => (result && 'ok' in result ? result.ok : true),
		(error: unknown) => (error instanceof ServiceError ? error.code : 'failed'),
	)
	expect(outcome).toBe(offered.includes(action) ? true : mayHandle ? false : 'not-allowed')
})
