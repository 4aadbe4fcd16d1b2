import { addClosure } from '#app/services/events/close.server.ts'
import { closure } from '../parse/given-orders.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { sessionId } from '../world/sessions.ts'
import { verb } from './deed.ts'
import { orderMade } from './order-made.ts'

export const close = verb(closure, {
	makes: 'order',
	async run(world, { facility, date, from, to, unit, room, session, reason }) {
		const { labels } = world
		const { closure: made } = await addClosure(ctxOfOfficer(world), {
			facilityId: labels.idOf(facility),
			reason,
			...(date === undefined ? {} : { date }),
			...(from === undefined ? {} : { from }),
			...(to === undefined ? {} : { to }),
			...(unit === undefined ? {} : { unit }),
			...(room === undefined ? {} : { room: { id: labels.idOf(room) } }),
			...(session === undefined ? {} : { session: { id: await sessionId(world, session) } }),
		})
		return orderMade(world, 'closure', made.id)
	},
})
