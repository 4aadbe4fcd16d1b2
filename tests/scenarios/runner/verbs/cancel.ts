import { z } from 'zod'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { ctxOf, ctxOfOfficer, isOfficer } from '../fixture/actor.ts'
import { ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

const thePrisoner = z.literal('prisoner')

/** By a visitor, by an officer for the prison, or by `prisoner`, whose word an officer writes down. */
export const cancel = verb(
	z.strictObject({ booking: ref('booking'), by: z.union([thePrisoner, ref('actor')]), reason: text.optional() }),
	{
		makes: 'booking',
		async run(fixture, { booking, by, reason }) {
			const key = { booking: { id: fixture.labels.idOf(booking) }, ...(reason === undefined ? {} : { reason }) }
			if (by === 'prisoner') {
				const cancelled = await cancelBooking(ctxOfOfficer(fixture), { ...key, onBehalfOf: 'prisoner' })
				return done('booking', cancelled.id)
			}
			const onBehalfOf = isOfficer(fixture, by) ? ({ onBehalfOf: 'prison' } as const) : {}
			const cancelled = await cancelBooking(ctxOf(fixture, by), { ...key, ...onBehalfOf })
			return done('booking', cancelled.id)
		},
	},
)
