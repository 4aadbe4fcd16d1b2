import { z } from 'zod'
import { answerRequest } from '#app/services/bookings/answer-request.server.ts'
import { ref, text, yesOrNo } from '../parse/fields.ts'
import { ctxOf } from '../world/actor.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './deed.ts'

export const answer = verb(
	z.strictObject({ booking: ref('booking'), by: ref('actor'), approve: yesOrNo, reason: text.optional() }),
	{
		makes: 'booking',
		async run(world, { booking, by, approve, reason }) {
			const input = {
				booking: { id: world.labels.idOf(booking) },
				approve,
				...(reason === undefined ? {} : { reason }),
			}
			return bookingOutcome(await answerRequest(ctxOf(world, by), input))
		},
	},
)
