import { z } from 'zod'

const reason = z.string().trim().max(500, 'errors.form.too-long').optional()

/** What an officer does with a booking under review. Errors are text keys. */
export const reviewForm = z
	.strictObject({
		step: z.enum(['claim', 'kept', 'moved', 'cancelled']),
		reason,
		session: z.string().optional(),
		/** Who had it, as the page showed. */
		owner: z.string().max(100).optional(),
	})
	.refine((form) => form.step !== 'cancelled' || (form.reason ?? '') !== '', {
		path: ['reason'],
		message: 'common.error.reason',
	})
	.refine((form) => form.step !== 'moved' || (form.session ?? '') !== '', {
		path: ['session'],
		message: 'bookings.error.time',
	})
