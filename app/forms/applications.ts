import { z } from 'zod'
import { relationships } from '#app/domain/permits/permit.ts'
import { personName } from './person-name.ts'
import { prisonerNumber } from './prisoner-number.ts'

/** An application to visit somebody. Errors are text keys. */
export const applyForm = z.strictObject({
	idempotencyKey: z.uuid(),
	/** The applicant's own reference or that of one of their visitors.children. */
	visitor: z.string({ error: 'applications.error.visitor' }).min(1, 'applications.error.visitor'),
	number: prisonerNumber('applications.error.number', 'applications.error.number-wrong'),
	name: personName('applications.error.name', 120),
	relationship: z.enum(relationships, { error: 'applications.error.relationship' }),
	guardianConsent: z.literal('on').optional(),
	message: z.string().trim().max(2000, 'applications.error.message').optional(),
})

export type ApplyForm = z.infer<typeof applyForm>
