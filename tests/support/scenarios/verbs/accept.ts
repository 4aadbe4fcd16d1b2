import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { acceptOffer } from '#app/services/wishes/accept-offer.server.ts'
import { ref } from '../parse/fields.ts'
import { ctxOf } from '../world/actor.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './deed.ts'

export const accept = verb(z.strictObject({ wish: ref('wish'), by: ref('actor') }), {
	makes: 'booking',
	async run(world, { wish, by }) {
		const input = { wish: { id: world.labels.idOf(wish) }, formKey: randomUUID() }
		return bookingOutcome(await acceptOffer(ctxOf(world, by), input))
	},
})
