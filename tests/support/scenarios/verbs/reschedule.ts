import { z } from 'zod'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { ref } from '../parse/fields.ts'
import { namesAPlace, placeKeys, placeOf } from '../parse/place.ts'
import { ctxOf } from '../world/actor.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './deed.ts'
import { placeAsk } from './place-ask.ts'

const fields = z
	.strictObject({ booking: ref('booking'), by: ref('actor'), ...placeKeys })
	.transform((read, context) => {
		const place = placeOf(read)
		if (place) return { ...read, place }
		context.addIssue({ code: 'custom', message: namesAPlace })
		return z.NEVER
	})

export const reschedule = verb(fields, {
	makes: 'booking',
	async run(world, { booking, by, place }) {
		const id = world.labels.idOf(booking)
		const outcome = await rescheduleBooking(ctxOf(world, by), { booking: { id }, place: await placeAsk(world, place) })
		// Where an officer must answer the new place, a request has come instead: to the author it is the same visit.
		if (outcome.ok) world.labels.put('booking', booking.label, outcome.booking.id)
		return bookingOutcome(outcome)
	},
})
