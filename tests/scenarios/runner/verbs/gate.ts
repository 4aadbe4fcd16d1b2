import { z } from 'zod'
import {
	type ArriveInput,
	completeVisit,
	recordNoShow,
	turnAway as sendHome,
} from '#app/services/bookings/arrive.server.ts'
import { checkIn as letIn } from '#app/services/bookings/let-in.server.ts'
import type { BookingOutcome } from '#app/services/bookings/outcome.ts'
import type { Ctx } from '#app/services/context.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { ref, text } from '../parse/fields.ts'
import { bookingOutcome } from './booking-outcome.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({ booking: ref('booking'), reason: text.optional() })

/** What an officer does at the gate, on the day. */
const atTheGate = (step: (ctx: Ctx, input: ArriveInput) => Promise<BookingOutcome>) =>
	verb(fields, {
		makes: 'booking',
		async run(fixture, { booking, reason }) {
			const input = { booking: { id: fixture.labels.idOf(booking) }, ...(reason === undefined ? {} : { reason }) }
			return bookingOutcome(await step(ctxOfOfficer(fixture), input))
		},
	})

/** Lets in who is there of the party: all, unless told. */
export const checkIn = verb(fields.extend({ present: z.array(ref('visitor')).optional() }), {
	makes: 'booking',
	async run(fixture, { booking, present }) {
		const ids = present?.map((one) => fixture.labels.idOf(one))
		const input = { booking: { id: fixture.labels.idOf(booking) }, ...(ids ? { present: ids } : {}) }
		return bookingOutcome(await letIn(ctxOfOfficer(fixture), input))
	},
})
export const complete = atTheGate(completeVisit)
export const noShow = atTheGate(recordNoShow)
export const turnAway = atTheGate(sendHome)
