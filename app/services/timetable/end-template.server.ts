import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Key } from '#db/queries/key.ts'
import type { Ctx } from '../context.ts'
import { changeTemplate, type TemplateOutcome } from './change-template.server.ts'

/**
 * Ends a row of the weekly timetable after a date, which still counts. Its sessions after it are called off: where somebody has
 * a place, the bookings come under review.
 *
 * @throws ServiceError as `changeTemplate`
 */
export async function endTemplate(
	ctx: Ctx,
	input: { template: Key; lastDate: LocalDate; seen?: string | null },
): Promise<TemplateOutcome> {
	const { template, lastDate, seen = null } = input
	return changeTemplate(ctx, { template, change: { validTo: lastDate }, seen })
}
