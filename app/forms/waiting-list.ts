import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'

/** A place on the waiting list. Errors are text keys. */
export const entryForm = z.strictObject({
	step: z.literal('make'),
	idempotencyKey: z.uuid(),
	from: calendarDate,
	to: calendarDate,
	farTravel: z.literal('on').optional(),
})

export type EntryFields = z.input<typeof entryForm>

/** Takes the place on offer, or a waiting-list entry off the list, by the waiting-list entry's reference. */
export const entryStepForm = z.strictObject({
	step: z.enum(['accept', 'withdraw']),
	entry: z.string().min(1),
	idempotencyKey: z.uuid(),
	/** The time that was on offer, by the session's reference. */
	session: z.string().optional(),
})
