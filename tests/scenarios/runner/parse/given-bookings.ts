import { z } from 'zod'
import { bookingStates } from '#app/domain/bookings/booking.ts'
import { oneOf, ref } from './fields.ts'
import { namesAPlace, placeKeys, placeOf } from './place.ts'

const booking = z
	.strictObject({
		prisoner: ref('prisoner'),
		party: z.array(ref('visitor')).min(1, 'is empty'),
		by: ref('actor').optional(),
		state: oneOf(bookingStates).default('confirmed'),
		...placeKeys,
	})
	.transform((given, context) => {
		const place = placeOf(given)
		if (place) return { ...given, place }
		context.addIssue({ code: 'custom', message: namesAPlace })
		return z.NEVER
	})
export type GivenBooking = z.output<typeof booking>
export const bookings = z.record(z.string(), booking).default({})
