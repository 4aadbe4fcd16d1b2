import { z } from 'zod'
import { dateOf } from '#app/domain/calendar/oslo.ts'

/** Digits alone: `1e0` and `0x1` are numbers to a program, and no day to anybody. */
const part = (error: string, digits: RegExp, most: number) =>
	z.string({ error }).trim().regex(digits, error).transform(Number).pipe(z.number().min(1, error).max(most, error))

const year = part('errors.form.date-year', /^\d{4}$/, 2200).pipe(z.number().min(1900, 'errors.form.date-year'))

/**
 * Day, month and year as three fields, and out of them `2026-11-24`, in 1900 to 2200. A day that no calendar has is refused as a
 * whole.
 */
export const calendarDate = z
	.strictObject(
		{
			day: part('errors.form.date-day', /^\d{1,2}$/, 31),
			month: part('errors.form.date-month', /^\d{1,2}$/, 12),
			year,
		},
		{ error: 'errors.form.date' },
	)
	.transform((parts, context) => {
		const date = dateOf(parts)
		if (date !== null) return date
		context.addIssue({ code: 'custom', message: 'errors.form.date-unreal' })
		return z.NEVER
	})
