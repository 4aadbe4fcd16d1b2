import { faultyRoomFields, type RoomTerms } from '#app/domain/rooms/room-terms.ts'
import type { Key } from '#db/queries/key.ts'
import { type RoomRow, selectRoomRow } from '#db/queries/rooms/read.ts'
import { lockRoom, updateRoom } from '#db/queries/rooms/write.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { roomColumns } from './room-columns.ts'

export interface ChangeRoomInput {
	room: Key
	/** What changes; the rest stays. */
	change: Partial<RoomTerms>
}

/**
 * Changes a family room. It counts for what is asked from now on: stays that are booked stand as the family was told, and the
 * preview says which of them the room would no longer take, so that an officer can move or cancel them.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (with the fields that cannot stand)
 */
export async function changeRoom(ctx: Ctx, input: ChangeRoomInput): Promise<RoomRow> {
	const found = await findRoom(ctx, input.room)
	return transaction(ctx.db, async (tx) => {
		const before = await lockRoom(tx, found.id)
		if (!before) throw new ServiceError('not-found', 'There is no such room')
		const after = changedRoom(before, input.change)
		await updateRoom(tx, before.id, after)
		await writeAudit(tx, ctx, {
			action: 'room.change',
			facilityId: before.facilityId,
			subjectKind: 'room',
			subjectId: before.id,
			detail: { fields: Object.keys(input.change) },
		})
		return after
	})
}

/** A room of a facility whose rooms the officer keeps. @throws ServiceError `not-found`, `not-allowed` */
export async function findRoom(ctx: Ctx, key: Key): Promise<RoomRow> {
	const room = await selectRoomRow(ctx.db, key)
	if (!room) throw new ServiceError('not-found', 'There is no such room')
	requireOfficer(ctx, 'manage-timetable', room.facilityId)
	return room
}

/** The room as it would be. @throws ServiceError `incomplete` */
export function changedRoom(before: RoomRow, change: Partial<RoomTerms>): RoomRow {
	const { id, ref, facilityId } = before
	const after: RoomTerms = { ...before, ...change }
	const faults = faultyRoomFields(after)
	if (faults.length > 0) throw new ServiceError('incomplete', 'The room cannot stand like this', faults)
	return { id, ref, facilityId, ...roomColumns(after) }
}
