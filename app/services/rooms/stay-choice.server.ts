import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { type RoomRow, selectRoomRow } from '#db/queries/rooms/read.ts'
import type { BookingRequest } from '../bookings/booking-request.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { freeDays, roomOffers } from './room-offers.server.ts'

/** A room by its reference. @throws ServiceError `not-found` */
export async function roomByRef(ctx: Ctx, ref: string): Promise<RoomRow> {
	const room = await selectRoomRow(ctx.db, { ref })
	if (!room) throw new ServiceError('not-found', 'There is no such room')
	return room
}

/** A time of day at which a stay can begin, with every end that it can have, the earliest first. */
export interface OfferedStart {
	start: Date
	ends: Date[]
}

export interface StayChoice {
	days: { date: LocalDate; count: number }[]
	/** The chosen day's. */
	starts: OfferedStart[]
	/** Why the chosen day has none. */
	why: PublicReasons[]
}

/** What a family chooses a stay from: the days, and the times of one of them. @throws ServiceError `not-found` */
export async function stayChoice(
	ctx: Ctx,
	request: BookingRequest,
	{ roomId, nights, day }: { roomId: string; nights: number; day: LocalDate | null },
): Promise<StayChoice> {
	const days = await freeDays(ctx.db, request, { roomId, nights }, ctx.now)
	if (day === null || !days.some(({ date }) => date === day)) return { days, starts: [], why: [] }
	const { offered, refusals, publicReasons } = await roomOffers(ctx.db, request, { roomId, nights, date: day }, ctx.now)
	const starts = new Map<number, OfferedStart>()
	for (const { start, end } of offered) {
		const known = starts.get(start.getTime())
		if (known) known.ends.push(end)
		else starts.set(start.getTime(), { start, ends: [end] })
	}
	return { days, starts: [...starts.values()], why: refusals.length > 0 ? [publicReasons] : [] }
}
