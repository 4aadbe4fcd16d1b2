import { randomUUID } from 'node:crypto'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'
import { type VisitFields, visitCall, visitFields, visitOfParty } from './visit-fields.ts'

export const book = verb<VisitFields>(visitFields, {
	makes: 'booking',
	withParty: visitOfParty,
	async run(fixture, fields) {
		const { ctx, input } = await visitCall(fixture, fields, randomUUID())
		return bookingOutcome(await bookVisit(ctx, input))
	},
})
