import { z } from 'zod'
import { calendarDate } from '../calendar-date.ts'
import { familyName, personName } from '../person-name.ts'
import { email, phone } from './contact.ts'

/** Who a visitor is, asked once, at the first sign-in. Errors are text keys. */
export const welcomeForm = (today: string) =>
	z.strictObject({
		givenName: personName('welcome.error.given-name'),
		familyName,
		born: calendarDate.refine((day) => day <= today, 'errors.form.date-future'),
		email: email.optional(),
		phone: phone.optional(),
	})

export type WelcomeForm = z.output<ReturnType<typeof welcomeForm>>
export type WelcomeFields = z.input<ReturnType<typeof welcomeForm>>
