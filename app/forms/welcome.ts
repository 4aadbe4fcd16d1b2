import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { email, phone } from './contact.ts'

const name = z
	.string({ error: 'errors.form.required' })
	.trim()
	.min(1, 'errors.form.required')
	.max(80, 'errors.form.too-long')
	// A name has letters, and nothing that breaks a line of a letter or a log.
	.regex(/^[\p{L}\p{M}'’.\- ]+$/u, 'errors.form.invalid')

/** Who a visitor is, asked once, at the first sign-in. Errors are text keys. */
export const welcomeForm = z.strictObject({
	givenName: name,
	familyName: name,
	born: calendarDate,
	email: email.optional(),
	phone: phone.optional(),
})

export type WelcomeForm = z.infer<typeof welcomeForm>
