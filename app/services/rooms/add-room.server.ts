import { faultyRoomFields, type RoomTerms } from '#app/domain/rooms/room-terms.ts'
import { newId, newRef } from '#db/ids.ts'
import type { RoomRow } from '#db/queries/rooms/read.ts'
import { insertRoom } from '#db/queries/rooms/write.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { roomColumns } from './room-columns.ts'

/**
 * Adds a family room to a facility.
 *
 * @throws ServiceError `not-allowed`, `incomplete` (with the fields that cannot stand)
 */
export async function addRoom(ctx: Ctx, input: { facilityId: string; room: RoomTerms }): Promise<RoomRow> {
	requireOfficer(ctx, 'manage-timetable', input.facilityId)
	const faults = faultyRoomFields(input.room)
	if (faults.length > 0) throw new ServiceError('incomplete', 'The room cannot stand like this', faults)
	return transaction(ctx.db, async (tx) => {
		const { facilityId } = input
		const room: RoomRow = { id: newId(ctx.now), ref: newRef(), facilityId, ...roomColumns(input.room) }
		await insertRoom(tx, room)
		await writeAudit(tx, ctx, { action: 'room.add', facilityId, subjectKind: 'room', subjectId: room.id })
		return room
	})
}
