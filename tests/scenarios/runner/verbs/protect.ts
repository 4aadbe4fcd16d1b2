import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { protectiveOrder } from '../parse/given-orders.ts'
import { orderCreated } from './order-created.ts'
import { verb } from './verb.ts'

export const protect = verb(protectiveOrder, {
	makes: 'order',
	async run(fixture, { visitor, prisoner, from, to, clockStopped }) {
		const { order } = await addProtectiveOrder(ctxOfOfficer(fixture), {
			visitor: { id: fixture.labels.idOf(visitor) },
			prisoner: { id: fixture.labels.idOf(prisoner) },
			from: from ?? fixture.now,
			to: to ?? null,
			clockStopped,
		})
		return orderCreated(fixture, 'protective-order', order.id)
	},
})
