import { z } from 'zod'
import { endReview } from '#app/services/reviews/end-review.server.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { ctxOf } from '../world/actor.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './deed.ts'
import { placeAsk } from './place-ask.ts'

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
	async run(world, { booking, by, end, session }) {
		const place = session ? { place: await placeAsk(world, { session }) } : {}
		const input = { booking: { id: world.labels.idOf(booking) }, end, reason: 'After a review', ...place }
		return bookingOutcome(await endReview(ctxOf(world, by), input))
	},
})
