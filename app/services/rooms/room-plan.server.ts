import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, instantOf, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { freeRanges } from '#app/domain/rooms/free-ranges.ts'
import { type RoomReservation, type RoomRow, selectRoomReservations, selectRooms } from '#db/queries/rooms/read.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'

export interface PlannedRoom {
	room: RoomRow
	reservations: RoomReservation[]
	/** Where it stands free, its turn-around kept. */
	free: Span[]
}

/**
 * The plan of a facility's rooms for some days, both dates counting: what is reserved and what stands free. Nobody is named.
 *
 * @throws ServiceError `not-allowed`
 */
export async function roomPlan(
	ctx: Ctx,
	request: { facilityId: string; first: LocalDate; last: LocalDate },
): Promise<PlannedRoom[]> {
	const { actor } = ctx
	const keepsThem =
		actor.kind === 'officer' && hasPermission(rolesIn(actor.grants, request.facilityId), 'see-timetable')
	if (!keepsThem) requireOfficer(ctx, 'see-bookings', request.facilityId)
	const within = { start: instantOf(request.first, '00:00'), end: instantOf(addDays(request.last, 1), '00:00') }
	const rooms = await selectRooms(ctx.db, request.facilityId)
	// A stay just outside the days keeps the room for its turn-around within them.
	const margin = Math.max(0, ...rooms.map((room) => room.turnaroundMinutes)) * 60_000
	const reservations = await selectRoomReservations(ctx.db, {
		facilityId: request.facilityId,
		from: new Date(within.start.getTime() - margin),
		until: new Date(within.end.getTime() + margin),
		now: ctx.now,
	})
	return rooms.map((room) => {
		const own = reservations.filter(({ roomId }) => roomId === room.id)
		const spans = own.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))
		return { room, reservations: own, free: freeRanges({ ...room, reservations: spans }, within) }
	})
}
