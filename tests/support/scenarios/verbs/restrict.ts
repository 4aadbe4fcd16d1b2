import { addCourtRestriction } from '#app/services/events/restrict.server.ts'
import { courtRestriction } from '../parse/given-orders.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'
import { orderMade } from './order-made.ts'

export const restrict = verb(courtRestriction, {
	makes: 'order',
	async run(world, { prisoner, type, from, to, except, coversOfficial }) {
		const { order } = await addCourtRestriction(ctxOfOfficer(world), {
			prisoner: { id: world.labels.idOf(prisoner) },
			type,
			from: from ?? world.now,
			to,
			orderReference: '26-000000ENE',
			except: except.map((visitor) => world.labels.idOf(visitor)),
			coversOfficial,
		})
		return orderMade(world, 'court-restriction', order.id)
	},
})
