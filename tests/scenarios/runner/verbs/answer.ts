import { z } from 'zod'
import { answerRequest } from '#app/services/bookings/answer-request.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref, text, yesOrNo } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

export const answer = verb(
	z.strictObject({ booking: ref('booking'), by: ref('actor'), approve: yesOrNo, reason: text.optional() }),
	{
		makes: 'booking',
		async run(fixture, { booking, by, approve, reason }) {
			const input = {
				booking: { id: fixture.labels.idOf(booking) },
				approve,
				...(reason === undefined ? {} : { reason }),
			}
			return bookingOutcome(await answerRequest(ctxOf(fixture, by), input))
		},
	},
)
