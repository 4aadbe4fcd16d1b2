import { z } from 'zod'

const datePart = (max: number, error: string) => z.coerce.number({ error }).int(error).min(1, error).max(max, error)
const date = z.strictObject({
	day: datePart(31, 'wishes.error.date'),
	month: datePart(12, 'wishes.error.date'),
	year: datePart(2200, 'wishes.error.date'),
})

/** A place on the waiting list. Errors are text keys. */
export const wishForm = z.strictObject({
	step: z.literal('make'),
	formKey: z.uuid(),
	from: date,
	to: date,
	farTravel: z.literal('on').optional(),
})

export type WishForm = z.infer<typeof wishForm>

/** Takes the place on offer, or a wish off the list, by the wish's reference. */
export const wishStepForm = z.strictObject({
	step: z.enum(['accept', 'withdraw']),
	wish: z.string().min(1),
	formKey: z.uuid(),
	/** The time that was on offer, by the session's reference. */
	session: z.string().optional(),
})
