import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { acceptOffer as call } from '#app/services/waiting-list/accept-offer.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

export const acceptOffer = verb(z.strictObject({ entry: ref('entry'), by: ref('actor') }), {
	makes: 'booking',
	async run(fixture, { entry, by }) {
		const input = { entry: { id: fixture.labels.idOf(entry) }, idempotencyKey: randomUUID() }
		return bookingOutcome(await call(ctxOf(fixture, by), input))
	},
})
