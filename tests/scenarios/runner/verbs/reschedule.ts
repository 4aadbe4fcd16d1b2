import { z } from 'zod'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { namesAPlace, placeKeys, placeOf } from '../parse/place.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { placeRequest } from './place-request.ts'
import { verb } from './verb.ts'

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
	async run(fixture, { booking, by, place }) {
		const id = fixture.labels.idOf(booking)
		const outcome = await rescheduleBooking(ctxOf(fixture, by), {
			booking: { id },
			place: await placeRequest(fixture, place),
		})
		return bookingOutcome(outcome)
	},
})
