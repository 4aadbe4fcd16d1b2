import { localDate } from '#app/domain/calendar/oslo.ts'
import { type ClosureAhead, selectClosable, selectClosuresAhead } from '#db/queries/timetable/closures-ahead.ts'
import { selectSessionRow } from '#db/queries/timetable/visit-sessions.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** What is closed from today on. Nobody's record is in it. @throws ServiceError `not-allowed` */
export async function closuresAhead(ctx: Ctx, facilityId: string): Promise<ClosureAhead[]> {
	requireOfficer(ctx, 'see-bookings', facilityId)
	return selectClosuresAhead(ctx.db, facilityId, localDate(ctx.now), ctx.now)
}

/** The units and the rooms that can be closed. @throws ServiceError `not-allowed` */
export async function closable(ctx: Ctx, facilityId: string): ReturnType<typeof selectClosable> {
	requireOfficer(ctx, 'handle-bookings', facilityId)
	return selectClosable(ctx.db, facilityId)
}

/** A session that is to be closed. @throws ServiceError `not-found`, `not-allowed` */
export async function closableSession(ctx: Ctx, facilityId: string, ref: string): Promise<{ start: Date; end: Date }> {
	requireOfficer(ctx, 'handle-bookings', facilityId)
	const found = await selectSessionRow(ctx.db, { ref })
	if (found?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such session')
	return { start: found.startsAt, end: found.endsAt }
}
