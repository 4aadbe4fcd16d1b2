import type { Control } from '#app/domain/permits/controls.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'

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
