import { z } from 'zod'
import { isoDay } from './iso-day.ts'

/** What is to be closed, and when. Errors are text keys. */
export const closurePlanForm = z
	.strictObject({
		what: z.enum(['facility', 'unit', 'room', 'session'], { error: 'closures.error.what' }),
		unit: z.string().optional(),
		room: z.string().optional(),
		session: z.string().optional(),
		from: isoDay('closures.error.from').optional(),
		to: isoDay('closures.error.to').optional(),
	})
	.refine((plan) => plan.what !== 'unit' || plan.unit !== undefined, { path: ['unit'], message: 'closures.error.unit' })
	.refine((plan) => plan.what !== 'room' || plan.room !== undefined, { path: ['room'], message: 'closures.error.room' })
	.refine((plan) => plan.what !== 'session' || plan.session !== undefined, {
		path: ['what'],
		message: 'closures.error.session',
	})
	.refine((plan) => plan.what === 'session' || plan.from !== undefined, {
		path: ['from'],
		message: 'closures.error.from',
	})
	.refine((plan) => plan.from === undefined || plan.to === undefined || plan.to >= plan.from, {
		path: ['to'],
		message: 'closures.error.to',
	})

export type ClosurePlan = z.infer<typeof closurePlanForm>

/** The last word, with what the logs and the officers' list say of it. */
export const closureForm = z.strictObject({
	reason: z
		.string({ error: 'common.error.reason' })
		.trim()
		.min(1, 'common.error.reason')
		.max(500, 'errors.form.too-long'),
})

/** Ends a closure, by its reference. */
export const liftClosureForm = z.strictObject({ closure: z.string().min(1) })
