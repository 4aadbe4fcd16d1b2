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

const instant = z.iso.datetime()

/** Two instants, `2026-11-24T10:00:00Z/2026-11-25T10:00:00Z`; null for anything else, and for what is no stay. */
function stayIn(text: string): { start: Date; end: Date } | null {
	const parts = text.split('/')
	if (parts.length !== 2 || !parts.every((part) => instant.safeParse(part).success)) return null
	const [start, end] = [new Date(parts[0] ?? ''), new Date(parts[1] ?? '')]
	const isStay = end > start && end.getTime() - start.getTime() <= longestMs
	return isStay && start.getUTCFullYear() >= 1900 && end.getUTCFullYear() <= 2200 ? { start, end } : null
}

/** A stay that was chosen: from one instant to another, as an ISO 8601 interval. */
export const stayForm = z.strictObject({
	stay: z.string({ error: 'bookings.error.time' }).transform((text, context) => {
		const stay = stayIn(text)
		if (stay !== null) return stay
		context.addIssue({ code: 'custom', message: 'bookings.error.time' })
		return z.NEVER
	}),
	idempotencyKey: z.uuid(),
	/** Of the stay that is to be moved, as the page showed it. */
	version: z.coerce.number().int().optional(),
})

/** The value of a choice in the form. */
export const stayText = (start: Date, end: Date): string => `${start.toISOString()}/${end.toISOString()}`
