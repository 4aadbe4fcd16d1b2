import { z } from 'zod'
import { changeParty as changeWhoComes } from '#app/services/bookings/change-party.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({
	booking: ref('booking'),
	party: z.array(ref('visitor')).min(1, 'is empty'),
	by: ref('actor'),
})

/** The party as it is to be. */
export const changeParty = verb(fields, {
	makes: 'booking',
	async run(fixture, { booking, party, by }) {
		const outcome = await changeWhoComes(ctxOf(fixture, by), {
			booking: { id: fixture.labels.idOf(booking) },
			partyIds: party.map((one) => fixture.labels.idOf(one)),
		})
		return bookingOutcome(outcome)
	},
	withParty: (fields, party) => ({ ...fields, party: [...party] }),
})
