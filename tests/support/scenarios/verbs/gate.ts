import { z } from 'zod'
import {
	type ArriveInput,
	completeVisit,
	checkIn as letIn,
	recordNoShow,
	turnAway as sendHome,
} from '#app/services/bookings/arrive.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

const fields = z.strictObject({ booking: ref('booking'), reason: text.optional() })

/** What an officer does at the gate, on the day. */
const atTheGate = (step: (ctx: Ctx, input: ArriveInput) => Promise<{ id: string }>) =>
	verb(fields, {
		makes: 'booking',
		async run(world, { booking, reason }) {
			const input = { booking: { id: world.labels.idOf(booking) }, ...(reason === undefined ? {} : { reason }) }
			return done('booking', (await step(ctxOfOfficer(world), input)).id)
		},
	})

export const checkIn = atTheGate(letIn)
export const complete = atTheGate(completeVisit)
export const noShow = atTheGate(recordNoShow)
export const turnAway = atTheGate(sendHome)
