import { z } from 'zod'
import { correctedStates } from '#app/domain/bookings/booking.ts'
import { correctRecord } from '#app/services/bookings/correct-record.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref, text } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({
	booking: ref('booking'),
	to: z.enum(correctedStates),
	reason: text.optional(),
	by: ref('actor'),
})

/** Mends a wrong record at the gate. */
export const correct = verb(fields, {
	makes: 'booking',
	async run(fixture, { booking, to, reason, by }) {
		const input = { booking: { id: fixture.labels.idOf(booking) }, to, reason: reason ?? '' }
		return bookingOutcome(await correctRecord(ctxOf(fixture, by), input))
	},
})
