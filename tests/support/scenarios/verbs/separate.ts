import { keepApart } from '#app/services/events/keep-apart.server.ts'
import { keepApart as pairFields } from '../parse/given-orders.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { pairOf } from '../world/order-rows.ts'
import { verb } from './deed.ts'
import { orderMade } from './order-made.ts'

export const separate = verb(pairFields, {
	makes: 'order',
	async run(world, fields) {
		const { kind, ids } = pairOf(world, fields)
		const two = [{ id: ids[0] }, { id: ids[1] }] as const
		const input = kind === 'prisoners' ? { prisoners: two } : { visitors: two }
		const { pair } = await keepApart(ctxOfOfficer(world), input)
		return orderMade(world, 'keep-apart', pair.id)
	},
})
