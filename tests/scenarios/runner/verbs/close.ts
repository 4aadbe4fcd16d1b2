import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { sessionId } from '../fixture/sessions.ts'
import { closure } from '../parse/given-orders.ts'
import { orderCreated } from './order-created.ts'
import { verb } from './verb.ts'

export const close = verb(closure, {
	makes: 'order',
	async run(fixture, { facility, date, from, to, unit, room, session, reason }) {
		const { labels } = fixture
		const { closure: created } = await addClosure(ctxOfOfficer(fixture), {
			facilityId: labels.idOf(facility),
			reason,
			...(date === undefined ? {} : { date }),
			...(from === undefined ? {} : { from }),
			...(to === undefined ? {} : { to }),
			...(unit === undefined ? {} : { unit }),
			...(room === undefined ? {} : { room: { id: labels.idOf(room) } }),
			...(session === undefined ? {} : { session: { id: await sessionId(fixture, session) } }),
		})
		return orderCreated(fixture, 'closure', created.id)
	},
})
