import type { PlaceAsk } from '#app/services/bookings/ask.server.ts'
import type { GivenPlace } from '../parse/place.ts'
import { sessionId } from '../world/sessions.ts'
import type { World } from '../world/world.ts'

/** A place as the services are asked for it. */
export async function placeAsk(world: World, place: GivenPlace): Promise<PlaceAsk> {
	if ('session' in place) return { sessionId: await sessionId(world, place.session) }
	return { roomId: world.labels.idOf(place.room), start: place.from, end: place.to }
}
