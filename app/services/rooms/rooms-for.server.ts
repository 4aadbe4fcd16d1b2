import { isFor } from '#app/domain/timetable/audience.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type RoomRow, selectRooms } from '#db/queries/rooms/read.ts'
import type { BookingRequest } from '../bookings/booking-request.ts'
import { readVisit } from '../bookings/read-people.server.ts'

export interface RoomsFor {
	facilityId: string
	rooms: RoomRow[]
	hasPermit: boolean
}

/**
 * The family rooms where the prisoner is, those that are for the prisoner. Who has no permit for the prisoner is shown none.
 *
 * @throws ServiceError `not-found`
 */
export async function roomsFor(db: DbOrTx, request: BookingRequest, now: Date): Promise<RoomsFor> {
	const { visit, viewer } = await readVisit(db, request, now)
	const { facilityId } = visit.prisoner
	const rooms = await selectRooms(db, facilityId)
	const shown = viewer.hasPermit ? rooms.filter((room) => isFor(room, visit.prisoner)) : []
	return { facilityId, rooms: shown, hasPermit: viewer.hasPermit }
}
