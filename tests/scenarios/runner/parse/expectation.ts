import { z } from 'zod'
import { applicationStates, checkKinds } from '#app/domain/applications/application.ts'
import { bookingStates } from '#app/domain/bookings/booking.ts'
import { decisionStates } from '#app/domain/decisions/decision.ts'
import { hearingStates } from '#app/domain/decisions/hearing.ts'
import { topUpRefusalKinds } from '#app/domain/funds/refusals.ts'
import { topUpStates } from '#app/domain/funds/top-up.ts'
import { messageKinds } from '#app/domain/messages.ts'
import { refusalKinds } from '#app/domain/refusals.ts'
import { reviewCauses } from '#app/domain/reviews/causes.ts'
import { count, date, oneOf, ref, refMap, toRef } from './fields.ts'

const code = z.enum([...new Set([...Object.keys(refusalKinds), ...Object.keys(topUpRefusalKinds)]), 'list-full'], {
	error: 'is not a code of a rule',
})
const codes = z.array(code, { error: 'is not a list of codes' })
const told = z.union([z.literal('neutral'), codes], { error: 'is neither neutral nor a list of codes' })

const message = z.string().transform((written, context) => {
	const [kind, to, ...rest] = written.split(/\s+/)
	const known = messageKinds.find((one) => one === kind)
	if (known !== undefined && to !== undefined && rest.length === 0) return { kind: known, to: toRef('visitor', to) }
	context.addIssue({ code: 'custom', message: `is not a message such as “booking-confirmed Kari”: ${written}` })
	return z.NEVER
})

const account = z.string().regex(/^(stripe-clearing|refunds|phone-usage|disputes|sum|prisoner:.+)$/, 'is no account')
const ore = z.number({ error: 'is not a number' }).int('is not a whole number of øre')

const afterwards = {
	bookings: refMap('booking', oneOf(bookingStates)).optional(),
	reviews: refMap('booking', z.array(oneOf(reviewCauses))).optional(),
	free: refMap('session', count).optional(),
	offered: refMap('entry', z.union([z.literal('none').transform(() => null), ref('session')])).optional(),
	messages: z.array(message).optional(),
	ledger: z.record(account, ore).optional(),
}

export const serviceErrors = ['not-allowed', 'not-found', 'wrong-state', 'incomplete'] as const

/** What may be expected of a step. */
export const expectation = z.strictObject({
	...afterwards,
	state: oneOf([
		...new Set([...bookingStates, ...applicationStates, ...decisionStates, ...hearingStates, ...topUpStates]),
	]).optional(),
	refused: codes.optional(),
	refusedExactly: codes.optional(),
	told: told.optional(),
	error: oneOf(serviceErrors).optional(),
	deadline: date.optional(),
	missing: z.array(oneOf(checkKinds)).optional(),
})

/** What may be expected of a calendar. */
export const listExpectation = expectation.omit({ told: true }).extend({
	sessions: z.array(ref('session')).optional(),
	hidden: refMap('session', codes).optional(),
	told: refMap('session', told).optional(),
})

/** What may be expected of steps at the same moment. */
export const raceExpectation = z.strictObject({ ...afterwards, confirmed: count.optional(), refused: count.optional() })

export type StepExpectation = z.output<typeof expectation>
export type ListExpectation = z.output<typeof listExpectation>
export type RaceExpectation = z.output<typeof raceExpectation>
export type Told = z.output<typeof told>
