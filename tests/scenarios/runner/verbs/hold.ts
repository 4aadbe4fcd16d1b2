import { randomUUID } from 'node:crypto'
import { holdPlace } from '#app/services/bookings/book.server.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'
import { type VisitFields, visitCall, visitFields, visitOfParty } from './visit-fields.ts'

export const hold = verb<VisitFields>(visitFields, {
	makes: 'booking',
	withParty: visitOfParty,
	async run(fixture, fields) {
		const { ctx, input } = await visitCall(fixture, fields, randomUUID())
		return bookingOutcome(await holdPlace(ctx, input))
	},
})
