import { z } from 'zod'
import { isUsableDate } from '#app/domain/calendar/oslo.ts'

/** `2026-11-24`. The error is a text key. */
export const isoDay = (error: string) => z.string({ error }).refine(isUsableDate, error)
