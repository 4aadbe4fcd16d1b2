import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

/** An order or a closure ends now. */
export const lift = verb(ref('order'), {
	async run(fixture, order) {
		const id = fixture.labels.idOf(order)
		const kind = fixture.orders.get(id)
		if (!kind) throw new Error(`nobody knows what ${order.label} is`)
		await liftOrder(ctxOfOfficer(fixture), { kind, order: { id } })
		return doneQuietly
	},
})
