import { z } from 'zod'
import { stayConsents } from '#app/domain/rooms/room.ts'

/** Who comes to a stay, for how many nights, and which consents there are. Errors are text keys. */
export const stayPartyForm = z.strictObject({
	for: z.string().min(1),
	with: z.array(z.string(), { error: 'bookings.error.party' }).min(1, 'bookings.error.party'),
	nights: z.coerce
		.number({ error: 'rooms.error.nights' })
		.int('rooms.error.nights')
		.min(0, 'rooms.error.nights')
		.max(14),
	consents: z.array(z.enum(stayConsents)).default([]),
})

/** The most nights there are, and a day at either end. */
const longestMs = 16 * 86_400_000

const instant = z.iso.datetime({ error: 'bookings.error.time' }).transform((text) => new Date(text))

/** A stay that was chosen: from one instant to another, as an ISO 8601 interval. */
export const stayForm = z.strictObject({
	stay: z
		.string({ error: 'bookings.error.time' })
		.transform((text) => text.split('/'))
		.pipe(z.tuple([instant, instant], { error: 'bookings.error.time' }))
		.refine(([start, end]) => end > start && end.getTime() - start.getTime() <= longestMs, 'bookings.error.time')
		.refine(([start, end]) => start.getUTCFullYear() >= 1900 && end.getUTCFullYear() <= 2200, 'bookings.error.time')
		.transform(([start, end]) => ({ start, end })),
	idempotencyKey: z.uuid(),
	/** Of the stay that is to be moved, as the page showed it. */
	version: z.coerce.number().int().optional(),
})

/** The value of a choice in the form. */
export const stayText = (start: Date, end: Date): string => `${start.toISOString()}/${end.toISOString()}`
