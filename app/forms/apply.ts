import { z } from 'zod'
import { officialKinds, relationships, tracks } from '#app/domain/permits/permit.ts'

/** An application to visit. Errors are text keys. */
export const applyForm = z
	.strictObject({
		formKey: z.uuid(),
		/** The applicant's own reference or that of one of their children. */
		visitor: z.string({ error: 'applications.error.visitor' }).min(1, 'applications.error.visitor'),
		number: z.string({ error: 'applications.error.number' }).trim().min(1, 'applications.error.number').max(40, 'applications.error.number'),
		name: z.string({ error: 'applications.error.name' }).trim().min(2, 'applications.error.name').max(120, 'applications.error.name'),
		relationship: z.enum(relationships, { error: 'applications.error.relationship' }),
		track: z.enum(tracks).default('family'),
		officialKind: z.enum(officialKinds).optional(),
		guardianConsent: z.coerce.boolean().default(false),
		message: z.string().trim().max(2000, 'applications.error.message').default(''),
	})
	.refine((form) => (form.track === 'official') === (form.officialKind !== undefined), {
		path: ['officialKind'],
		message: 'applications.error.officialKind',
	})

export type ApplyForm = z.infer<typeof applyForm>
