import { z } from 'zod'

const datePart = (max: number, error: string) => z.coerce.number({ error }).int(error).min(1, error).max(max, error)
const date = z.strictObject({
	day: datePart(31, 'waiting-list.error.date'),
	month: datePart(12, 'waiting-list.error.date'),
	year: datePart(2200, 'waiting-list.error.date'),
})

/** A place on the waiting list. Errors are text keys. */
export const entryForm = z.strictObject({
	step: z.literal('make'),
	idempotencyKey: z.uuid(),
	from: date,
	to: date,
	farTravel: z.literal('on').optional(),
})

export type EntryForm = z.infer<typeof entryForm>

/** Takes the place on offer, or a waiting-list entry off the list, by the waiting-list entry's reference. */
export const entryStepForm = z.strictObject({
	step: z.enum(['accept', 'withdraw']),
	entry: z.string().min(1),
	idempotencyKey: z.uuid(),
	/** The time that was on offer, by the session's reference. */
	session: z.string().optional(),
})
