import { datesTouched, daysBetween, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { RoomKind } from '#app/domain/rooms/room.ts'
import { selectRoomRow } from '#db/queries/rooms/read.ts'
import { bookingRequestOf } from '../bookings/book.server.ts'
import type { VisitDetails } from '../bookings/my-visits.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type StayChoice, stayChoice } from './stay-choice.server.ts'

/** When else a stay could be: in its room, for as many nights, asked as if the stay itself were gone. @throws ServiceError `not-found` */
export async function otherStays(
	ctx: Ctx,
	{ visit, bookingId, prisonerId, partyIds }: VisitDetails,
	stay: NonNullable<VisitDetails['stay']>,
	day: LocalDate | null,
): Promise<StayChoice & { kind: RoomKind }> {
	const room = await selectRoomRow(ctx.db, { id: stay.roomId })
	if (!room) throw new ServiceError('not-found', 'There is no such room')
	const { first, last } = datesTouched(visit.start, visit.end)
	const request = bookingRequestOf(ctx, { prisonerId, partyIds, consents: stay.consents, replaces: bookingId })
	const choice = await stayChoice(ctx, request, { roomId: room.id, nights: daysBetween(first, last), day })
	return { ...choice, kind: room.kind }
}
