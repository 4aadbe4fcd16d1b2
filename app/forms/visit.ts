import { z } from 'zod'

/** Who comes along, by their references. */
export const partyForm = z.strictObject({
	for: z.string().min(1),
	with: z.array(z.string(), { error: 'bookings.error.party' }).min(1, 'bookings.error.party'),
})

/** A time that was chosen, by the session's reference. */
export const timeForm = z.strictObject({
	session: z.string({ error: 'bookings.error.time' }).min(1, 'bookings.error.time'),
	formKey: z.uuid(),
	/** Of the visit that is to be moved, as the page showed it. */
	version: z.coerce.number().int().optional(),
})

/** Cancelling a visit, as the page showed it. */
export const cancelForm = z.object({ version: z.coerce.number().int().optional() })
