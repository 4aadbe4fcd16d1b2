import type { Liftable } from '#app/services/events/lift.server.ts'
import { type Done, done } from '../run/outcome.ts'
import type { World } from '../world/world.ts'

/** An order or a closure that a step made, so that a later step can lift it. */
export function orderMade(world: World, kind: Liftable, id: string): Done {
	world.orders.set(id, kind)
	return done('order', id)
}
