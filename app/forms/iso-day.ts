import { z } from 'zod'

/** `2026-11-24`, in the years 1900 to 2200: outside them the database and `Date` write a day differently. The error is a text key. */
export const isoDay = (error: string) =>
	z.iso.date({ error }).refine((day) => day >= '1900-01-01' && day <= '2200-12-31', error)
