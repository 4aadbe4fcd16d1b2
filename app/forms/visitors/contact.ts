import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'
import { type EmailProblem, parseEmail } from './email-address.server.ts'
import { parsePhone } from './phone-number.server.ts'

const emailErrors: Readonly<Record<EmailProblem, string>> = {
	'not-an-address': 'errors.form.email',
	'local-letters': 'errors.form.email-letters',
}

/** An e-mail address as it was typed; out comes the one that is kept. */
export const email = z.string({ error: 'errors.form.email' }).transform((typed, context) => {
	const parsed = parseEmail(typed)
	if ('address' in parsed) return parsed.address
	context.addIssue({ code: 'custom', message: emailErrors[parsed.problem] })
	return z.NEVER
})

/** A phone number as it was typed; out comes E.164. */
export const phone = z.string({ error: 'errors.form.phone' }).transform((typed, context) => {
	const number = parsePhone(typed)
	if (number !== null) return number
	context.addIssue({ code: 'custom', message: 'errors.form.phone' })
	return z.NEVER
})

/** How a visitor is reached. Errors are text keys. */
export const contactForm = z.strictObject({
	email: email.optional(),
	phone: phone.optional(),
	language: z.enum(locales, { error: 'errors.form.choose-one' }),
	/** Of what the page showed. */
	version: z.string().max(100).optional(),
})

export type ContactForm = z.infer<typeof contactForm>
