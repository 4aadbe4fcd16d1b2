import type { Policy } from '#app/domain/policy.ts'
import type { booking, bookingVisitor } from '#db/schema/index.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { outcomeOf, takesPlace } from './outcome.ts'
import type { Visit } from './week.ts'

export interface BookingRows {
	bookings: (typeof booking.$inferInsert)[]
	party: (typeof bookingVisitor.$inferInsert)[]
}

/** Writes down a visit, and counts its place in the session as the triggers would. */
export function addBookingRows(
	rows: BookingRows,
	visit: Visit,
	{ policy, now, random, ids }: { policy: Policy; now: Date; random: Random; ids: SeededIds },
): void {
	const { inmate, party, official, at } = visit
	const place = placeColumns(at)
	const outcome = outcomeOf({ start: place.startsAt, end: place.endsAt }, policy, now, random)
	const live = takesPlace(outcome.state)
	const id = ids.id(outcome.madeAt)
	if ('place' in at && live) {
		at.place.row.takenGroups++
		at.place.row.takenPeople += party.length
	}
	rows.bookings.push({
		id,
		ref: ids.ref(),
		code: ids.code(),
		facilityId: inmate.facilityId,
		prisonerId: inmate.id,
		bookerId: party[0]?.visitorId ?? null,
		...place,
		track: official ? 'official' : 'family',
		...outcome,
		people: party.length,
		version: outcome.state === 'cancelled' ? 1 : 0,
	})
	for (const { visitorId } of party)
		rows.party.push({ bookingId: id, visitorId, live, startsAt: place.startsAt, endsAt: place.endsAt })
}

function placeColumns(at: Visit['at']) {
	if ('place' in at) {
		const { id, facilityId, area, setting, startsAt, endsAt } = at.place.row
		const time = { startsAt, endsAt, blockedUntil: endsAt }
		return { sessionId: id, roomId: null, area: `${facilityId}/${area}`, setting, ...time }
	}
	const { room, span } = at
	const blockedUntil = new Date(span.end.getTime() + room.turnaroundMinutes * 60_000)
	const time = { startsAt: span.start, endsAt: span.end, blockedUntil }
	return { sessionId: null, roomId: room.id, area: room.id, setting: null, ...time }
}
