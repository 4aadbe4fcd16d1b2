import { z } from 'zod'
import { calendarDate } from '../calendar-date.ts'
import { familyName, personName } from '../person-name.ts'

/** A child of the signed-in guardian's. The birth date comes as three fields. Errors are text keys. */
export const childForm = z.strictObject({
	idempotencyKey: z.uuid(),
	givenName: personName('visitors.children.error.given-name'),
	familyName,
	born: calendarDate,
	/** That a child whose name and birth date are like another's is somebody else. */
	another: z.literal('on').optional(),
})

export type ChildFields = z.input<typeof childForm>
