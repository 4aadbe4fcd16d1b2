import { z } from 'zod'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import { ref } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { ctxOfHolder } from './booking-owner.ts'
import { verb } from './verb.ts'

/** Whoever holds the place confirms it. */
export const confirm = verb(z.strictObject({ hold: ref('booking') }), {
	makes: 'booking',
	async run(fixture, fields) {
		const id = fixture.labels.idOf(fields.hold)
		return bookingOutcome(await confirmHold(await ctxOfHolder(fixture, id), { hold: { id } }))
	},
})
