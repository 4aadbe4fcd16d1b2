import type { Liftable } from '#app/services/restrictions/lift-order.server.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { type Done, done } from '../run/outcome.ts'

/** An order or a closure that a step made, so that a later step can lift it. */
export function orderCreated(fixture: Fixture, kind: Liftable, id: string): Done {
	fixture.orders.set(id, kind)
	return done('order', id)
}
