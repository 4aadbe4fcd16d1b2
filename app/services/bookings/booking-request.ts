import type { Control } from '#app/domain/permits/controls.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/row.ts'

/** Who asks for a visit: a visitor for themselves and theirs, or an officer. */
export type Requester = { kind: 'visitor'; id: string } | { kind: 'officer'; id: string }

/** A visit that somebody asks for, wherever and whenever it is to be. */
export interface BookingRequest {
	requester: Requester
	prisonerId: string
	/** Visitor ids as they were given: the same one may stand twice. */
	partyIds: readonly string[]
	askFor: readonly Control[]
	consents: readonly StayConsent[]
	/** A booking that this one takes the place of: its limits and its place are counted as if it were gone. */
	replaces: string | null
	/** It was a hold that ran out. */
	holdRanOut: boolean
	/** The form's own key, when it may have been sent before. */
	idempotencyKey: string | null
}

export type PlaceRequest = { sessionId: string } | { roomId: string; start: Date; end: Date }

type RequestFields = Pick<BookingRequest, 'requester' | 'prisonerId' | 'partyIds'> & {
	[Part in 'askFor' | 'consents' | 'replaces' | 'holdRanOut' | 'idempotencyKey']?: BookingRequest[Part] | undefined
}

/** A request in which what is left out is not asked for: it is no hold, takes no booking's place and was not sent before. */
export function bookingRequest(given: RequestFields): BookingRequest {
	return {
		requester: given.requester,
		prisonerId: given.prisonerId,
		partyIds: given.partyIds,
		askFor: given.askFor ?? [],
		consents: given.consents ?? [],
		replaces: given.replaces ?? null,
		holdRanOut: given.holdRanOut ?? false,
		idempotencyKey: given.idempotencyKey ?? null,
	}
}

/** What a booking asks for, as if it were not there itself. */
export function requestAgain(
	{ id, prisonerId, visitorIds, askFor, consents }: BookingWithParty,
	requester: Requester,
	otherwise: { askFor?: BookingRequest['askFor'] | undefined; holdRanOut?: boolean } = {},
): BookingRequest {
	const { holdRanOut } = otherwise
	return bookingRequest({
		...{ requester, prisonerId, partyIds: visitorIds, consents, replaces: id, holdRanOut },
		askFor: otherwise.askFor ?? askFor,
	})
}

/** What the booking's own booker would ask, were it not there. */
export function requestOf(booking: BookingWithParty): { request: BookingRequest; place: PlaceRequest } {
	const createdBy = booking.bookerId ?? booking.bookedBy
	if (!createdBy) throw new Error(`Nobody made the booking ${booking.id}`)
	const kind = booking.bookerId ? 'visitor' : 'officer'
	return { request: requestAgain(booking, { kind, id: createdBy }), place: placeOf(booking) }
}

/** Where a booking is. */
export function placeOf({ id, sessionId, roomId, startsAt, endsAt }: BookingRow): PlaceRequest {
	if (sessionId) return { sessionId }
	if (roomId) return { roomId, start: startsAt, end: endsAt }
	throw new Error(`The booking ${id} has no place`)
}
