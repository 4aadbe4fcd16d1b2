import { z } from 'zod'
import { calendarDate } from '../calendar-date.ts'
import { email, phone } from './contact.ts'

const name = (error: string) =>
	z
		.string({ error })
		.trim()
		.min(1, error)
		.max(80, 'errors.form.too-long')
		// A name has letters, and nothing that breaks a line of a letter or a log.
		.regex(/^[\p{L}\p{M}'’.\- ]+$/u, error)

/** Who a visitor is, asked once, at the first sign-in. Errors are text keys. */
export const welcomeForm = (today: string) =>
	z.strictObject({
		givenName: name('welcome.error.given-name'),
		familyName: name('welcome.error.family-name'),
		born: calendarDate.refine((day) => day <= today, 'errors.form.date-future'),
		email: email.optional(),
		phone: phone.optional(),
	})

export type WelcomeForm = z.output<ReturnType<typeof welcomeForm>>
export type WelcomeFields = z.input<ReturnType<typeof welcomeForm>>
