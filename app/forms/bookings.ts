import { z } from 'zod'
import { checkKinds } from '#app/domain/applications/application.ts'
import { correctedStates, recordedStates } from '#app/domain/bookings/booking.ts'
import { prisonerNumber } from './prisoner-number.ts'

/** Who comes along, by their references. */
export const partyForm = z.strictObject({
	for: z.string().min(1),
	with: z.array(z.string(), { error: 'bookings.error.party' }).min(1, 'bookings.error.party'),
})

/** Who is to come to a visit that stands, by their references. */
export const newPartyForm = z.strictObject({
	with: z.array(z.string(), { error: 'bookings.error.party' }).min(1, 'bookings.error.party'),
	version: z.coerce.number().int(),
	/** An officer's reason for lifting limits. */
	override: z.string().trim().max(500, 'errors.form.too-long').optional(),
})

/** The same once it was looked over, as the page showed it. */
export const confirmPartyForm = z.object({ version: z.coerce.number().int() })

/** A time that was chosen, by the session's reference. */
export const timeForm = z.strictObject({
	session: z.string({ error: 'bookings.error.time' }).min(1, 'bookings.error.time'),
	idempotencyKey: z.uuid(),
	/** Of the visit that is to be moved, as the page showed it. */
	version: z.coerce.number().int().optional(),
})

/** Cancelling a visit, as the page showed it. */
export const cancelForm = z.object({ version: z.coerce.number().int().optional() })

/** What the gate does with a visit. */
export const gateForm = z.strictObject({
	step: z.enum(['check-in', 'complete', 'no-show', 'turn-away', 'correct']),
	reason: z.string().trim().max(500, 'errors.form.too-long').optional(),
	/** Who of the party comes in, and who is turned away, by their references. */
	present: z.array(z.string()).optional(),
	turnedAway: z.array(z.string()).optional(),
	/** What a record is corrected into, and what it was as the page showed it. */
	to: z.enum(correctedStates, { error: 'bookings.officer.error.correct-to' }).optional(),
	from: z.enum(recordedStates).optional(),
})

/** Of the visit as the page showed it. */
const version = z.coerce.number().int().optional()

export const cancelByPrisonForm = z.strictObject({
	step: z.literal('cancel'),
	version,
	onBehalfOf: z.enum(['prison', 'prisoner']),
	reason: z
		.string({ error: 'common.error.reason' })
		.trim()
		.min(3, 'common.error.reason')
		.max(500, 'errors.form.too-long'),
})

export const answerForm = z
	.strictObject({
		step: z.enum(['approve', 'decline']),
		version,
		reason: z.string().trim().max(500, 'errors.form.too-long').optional(),
		override: z.string().trim().max(500, 'errors.form.too-long').optional(),
	})
	.refine((form) => form.step !== 'decline' || (form.reason ?? '') !== '', {
		path: ['reason'],
		message: 'common.error.reason',
	})

const caseVersion = z.coerce.number().int().min(1)

const number = prisonerNumber('applications.officer.error.number', 'applications.officer.error.number-wrong')

/** What is done on the page of an application, each with what its page showed. */
export const caseForm = z.discriminatedUnion('step', [
	z.strictObject({
		step: z.literal('check'),
		check: z.enum(checkKinds),
		outcome: z.enum(['clear', 'limits', 'stop'], { error: 'applications.officer.error.outcome' }),
		seen: z.string().max(200),
	}),
	z.strictObject({ step: z.literal('find-prisoner'), number }),
	z.strictObject({ step: z.literal('link'), number, version: caseVersion, confirm: z.literal('yes').optional() }),
	z.strictObject({ step: z.literal('unlink'), version: caseVersion }),
	z.strictObject({ step: z.literal('grant'), version: caseVersion }),
])
