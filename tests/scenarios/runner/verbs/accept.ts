import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { acceptOffer } from '#app/services/waiting-list/accept-offer.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

export const accept = verb(z.strictObject({ wish: ref('wish'), by: ref('actor') }), {
	makes: 'booking',
	async run(fixture, { wish, by }) {
		const input = { entry: { id: fixture.labels.idOf(wish) }, idempotencyKey: randomUUID() }
		return bookingOutcome(await acceptOffer(ctxOf(fixture, by), input))
	},
})
