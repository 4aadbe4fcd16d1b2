import { addProtectiveOrder } from '#app/services/events/protect.server.ts'
import { protectiveOrder } from '../parse/given-orders.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'
import { orderMade } from './order-made.ts'

export const protect = verb(protectiveOrder, {
	makes: 'order',
	async run(world, { visitor, prisoner, from, to }) {
		const { order } = await addProtectiveOrder(ctxOfOfficer(world), {
			visitor: { id: world.labels.idOf(visitor) },
			prisoner: { id: world.labels.idOf(prisoner) },
			from: from ?? world.now,
			to,
		})
		return orderMade(world, 'protective-order', order.id)
	},
})
