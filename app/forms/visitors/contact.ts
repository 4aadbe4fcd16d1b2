import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'

export const email = z.email('errors.form.email').max(254, 'errors.form.email')

/** Eight digits or more, with a country's number where there is one; spaces are for the eye. */
export const phone = z
	.string()
	.trim()
	.regex(/^\+?[0-9 ]{8,20}$/, 'errors.form.phone')
	.transform((text) => text.replaceAll(' ', ''))
	.refine((digits) => /^\+?[0-9]{8,15}$/.test(digits), 'errors.form.phone')

/** How a visitor is reached. Errors are text keys. */
export const contactForm = z.strictObject({
	email: email.optional(),
	phone: phone.optional(),
	language: z.enum(locales, { error: 'errors.form.choose-one' }),
	/** Of what the page showed. */
	version: z.string().max(100).optional(),
})

export type ContactForm = z.infer<typeof contactForm>
