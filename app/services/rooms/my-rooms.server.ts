import type { RoomRow } from '#db/queries/rooms/read.ts'
import { requireVisitor } from '../authorise.ts'
import { bookingRequestOf } from '../bookings/book.server.ts'
import { visitablePeople } from '../bookings/choices.server.ts'
import type { Ctx } from '../context.ts'
import { roomsFor } from './rooms-for.server.ts'

export interface RoomsOfPerson {
	/** Whom the rooms are for, by the permit's reference. */
	ref: string
	name: string
	rooms: RoomRow[]
}

/** The family rooms that each person whom the visitor may visit can be visited in. */
export async function myRooms(ctx: Ctx): Promise<RoomsOfPerson[]> {
	const { visitorId } = requireVisitor(ctx)
	const found: RoomsOfPerson[] = []
	for (const { ref, name, prisonerId } of await visitablePeople(ctx)) {
		const { rooms } = await roomsFor(ctx.db, bookingRequestOf(ctx, { prisonerId, partyIds: [visitorId] }), ctx.now)
		found.push({ ref, name, rooms })
	}
	return found
}
