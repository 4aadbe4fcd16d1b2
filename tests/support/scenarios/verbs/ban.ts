import { banVisitor } from '#app/services/events/ban-visitor.server.ts'
import { ban as banFields } from '../parse/given-orders.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'
import { orderMade } from './order-made.ts'

export const ban = verb(banFields, {
	makes: 'order',
	async run(world, { visitor, facility, from, to }) {
		const { ban: made } = await banVisitor(ctxOfOfficer(world), {
			visitor: { id: world.labels.idOf(visitor) },
			facilityId: facility ? world.labels.idOf(facility) : null,
			from: from ?? world.now,
			to,
			reason: 'misuse',
		})
		return orderMade(world, 'ban', made.id)
	},
})
