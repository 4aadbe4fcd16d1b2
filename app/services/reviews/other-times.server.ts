import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { requestOf } from '../bookings/booking-request.ts'
import { visitCalendar } from '../bookings/calendar.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** A time that a booking may be moved to. */
export interface OtherTime {
	ref: string
	start: Date
	end: Date
	setting: Setting
}

/** Times shown at once. */
const most = 20

/** The next times that a booking under review may be moved to: every rule is asked, as if the old place were given up. */
export async function otherTimesFor(ctx: Ctx, { id }: { id: string }): Promise<OtherTime[]> {
	const booking = await selectBooking(ctx.db, { id })
	if (!booking) throw new ServiceError('not-found', 'There is no such booking')
	const { request } = requestOf(booking)
	const { sessions } = await visitCalendar(ctx.db, request, ctx.now)
	return sessions
		.filter(({ refusals, session }) => refusals.length === 0 && session.id !== booking.sessionId)
		.slice(0, most)
		.map(({ session: { ref, start, end, setting } }) => ({ ref, start, end, setting }))
}
