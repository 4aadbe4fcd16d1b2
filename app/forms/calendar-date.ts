import { z } from 'zod'
import { dateOf } from '#app/domain/calendar/oslo.ts'

const part = (error: string, from: number, to: number) =>
	z.coerce.number({ error }).int(error).min(from, error).max(to, error)

/** Day, month and year as three fields, and out of them `2026-11-24`. A day that no calendar has is refused as a whole. */
export const calendarDate = z
	.strictObject(
		{
			day: part('errors.form.date-day', 1, 31),
			month: part('errors.form.date-month', 1, 12),
			year: part('errors.form.date-year', 1900, 2200),
		},
		{ error: 'errors.form.date' },
	)
	.transform((parts, context) => {
		const date = dateOf(parts)
		if (date !== null) return date
		context.addIssue({ code: 'custom', message: 'errors.form.date-unreal' })
		return z.NEVER
	})
