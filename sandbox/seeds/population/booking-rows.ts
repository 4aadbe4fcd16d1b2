import type { CancelledBy } from '#app/domain/bookings/booking.ts'
import { type BookingState, liveStates } from '#app/domain/bookings/booking.ts'
import { nextReminder } from '#app/domain/bookings/reminders.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { booking, bookingVisitor } from '#db/schema/index.ts'
import { requestColumns } from '../rows.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { Visit } from './week.ts'

export interface BookingRows {
	bookings: (typeof booking.$inferInsert)[]
	party: (typeof bookingVisitor.$inferInsert)[]
}

/** What has become of a visit. */
export interface Outcome {
	state: BookingState
	cancelledBy: CancelledBy | null
	reason: string | null
	createdAt: Date
	endedAt: Date | null
}

export function spanOf({ at }: Visit): Span {
	return 'span' in at ? at.span : { start: at.place.row.startsAt, end: at.place.row.endsAt }
}

/** Writes down a visit, and counts its place in the session as the triggers would. */
export function addBookingRows(rows: BookingRows, visit: Visit, outcome: Outcome, ids: SeededIds): void {
	const { prisoner, party, official, at } = visit
	const { facilityId } = prisoner
	const place = placeColumns(at)
	const live = liveStates.some((state) => state === outcome.state)
	const id = ids.id(outcome.createdAt)
	if ('place' in at && live) {
		at.place.row.takenGroups++
		at.place.row.takenPeople += party.length
	}
	rows.bookings.push({
		id,
		ref: ids.ref(),
		code: ids.code(),
		facilityId,
		prisonerId: prisoner.id,
		bookerId: party[0]?.visitorId ?? null,
		...place,
		track: official ? 'official' : 'family',
		...outcome,
		...requestColumns(outcome.state, outcome.createdAt, place.startsAt),
		remindAt: outcome.state === 'confirmed' ? nextReminder(place.startsAt, outcome.createdAt) : null,
		people: party.length,
		consents: 'room' in at && party.some(({ adult }) => !adult) ? (at.room.needsConsents ?? []) : [],
		version: outcome.state === 'cancelled' ? 1 : 0,
	})
	for (const { visitorId } of party)
		rows.party.push({ bookingId: id, visitorId, facilityId, live, startsAt: place.startsAt, endsAt: place.endsAt })
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
