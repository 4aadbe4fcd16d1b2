import { isFor } from '#app/domain/sessions/audience.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type RoomRow, selectRooms } from '#db/queries/rooms/read.ts'
import { readVisit, type VisitAsk } from '../bookings/ask.server.ts'

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
export async function roomsFor(db: DbOrTx, ask: VisitAsk, now: Date): Promise<RoomsFor> {
	const { visit, reader } = await readVisit(db, ask, now)
	const { facilityId } = visit.prisoner
	const rooms = await selectRooms(db, facilityId)
	const shown = reader.hasPermit ? rooms.filter((room) => isFor(room, visit.prisoner)) : []
	return { facilityId, rooms: shown, hasPermit: reader.hasPermit }
}
