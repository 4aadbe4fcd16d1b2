import { z } from 'zod'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { placeRequest } from './place-request.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({
		booking: ref('booking'),
		by: ref('actor'),
		end: oneOf(['kept', 'moved', 'cancelled']),
		session: ref('session').optional(),
	})
	.refine(({ end, session }) => end === 'moved' || session === undefined, {
		path: ['session'],
		message: 'goes with end: moved',
	})

/** An officer's decision on a booking under review. */
export const review = verb(fields, {
	makes: 'booking',
	async run(fixture, { booking, by, end, session }) {
		const place = session ? { place: await placeRequest(fixture, { session }) } : {}
		const input = { booking: { id: fixture.labels.idOf(booking) }, end, reason: 'After a review', ...place }
		return bookingOutcome(await resolveReview(ctxOf(fixture, by), input))
	},
})
