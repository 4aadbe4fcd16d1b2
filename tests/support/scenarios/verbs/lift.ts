import { liftOrder } from '#app/services/events/lift.server.ts'
import { ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

/** An order or a closure ends now. */
export const lift = verb(ref('order'), {
	async run(world, order) {
		const id = world.labels.idOf(order)
		const kind = world.orders.get(id)
		if (!kind) throw new Error(`nobody knows what ${order.label} is`)
		await liftOrder(ctxOfOfficer(world), { kind, order: { id } })
		return doneQuietly
	},
})
