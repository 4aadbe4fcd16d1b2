import type { PlaceRequest } from '#app/services/bookings/booking-request.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { sessionId } from '../fixture/sessions.ts'
import type { GivenPlace } from '../parse/place.ts'

/** A place as the services are asked for it. */
export async function placeRequest(fixture: Fixture, place: GivenPlace): Promise<PlaceRequest> {
	if ('session' in place) return { sessionId: await sessionId(fixture, place.session) }
	return { roomId: fixture.labels.idOf(place.room), start: place.from, end: place.to }
}
