import { z } from 'zod'
import { dateOf } from '#app/domain/calendar/oslo.ts'

/** A child of the signed-in guardian's. The birth date comes as three fields. Errors are text keys. */
export const childForm = z
	.strictObject({
		idempotencyKey: z.uuid(),
		givenName: z
			.string({ error: 'visitors.children.error.given-name' })
			.trim()
			.min(1, 'visitors.children.error.given-name')
			.max(80, 'visitors.children.error.given-name'),
		familyName: z
			.string({ error: 'visitors.children.error.family-name' })
			.trim()
			.min(1, 'visitors.children.error.family-name')
			.max(80, 'visitors.children.error.family-name'),
		born: z.strictObject({
			day: z.coerce
				.number({ error: 'visitors.children.error.born-day' })
				.int()
				.min(1, 'visitors.children.error.born-day')
				.max(31, 'visitors.children.error.born-day'),
			month: z.coerce
				.number({ error: 'visitors.children.error.born-month' })
				.int()
				.min(1, 'visitors.children.error.born-month')
				.max(12, 'visitors.children.error.born-month'),
			year: z.coerce
				.number({ error: 'visitors.children.error.born-year' })
				.int()
				.min(1900, 'visitors.children.error.born-year')
				.max(2200, 'visitors.children.error.born-year'),
		}),
	})
	.refine((form) => dateOf(form.born) !== null, { path: ['born'], message: 'visitors.children.error.born' })

export type ChildForm = z.infer<typeof childForm>
