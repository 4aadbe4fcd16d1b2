import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { ban as banFields } from '../parse/given-orders.ts'
import { orderCreated } from './order-created.ts'
import { verb } from './verb.ts'

export const ban = verb(banFields, {
	makes: 'order',
	async run(fixture, { visitor, facility, from, to }) {
		const { ban: created } = await banVisitor(ctxOfOfficer(fixture), {
			visitor: { id: fixture.labels.idOf(visitor) },
			facilityId: facility ? fixture.labels.idOf(facility) : null,
			from: from ?? fixture.now,
			to,
			reason: 'misuse',
		})
		return orderCreated(fixture, 'ban', created.id)
	},
})
