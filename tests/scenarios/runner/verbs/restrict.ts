import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { courtRestriction } from '../parse/given-orders.ts'
import { orderCreated } from './order-created.ts'
import { verb } from './verb.ts'

export const restrict = verb(courtRestriction, {
	makes: 'order',
	async run(fixture, { prisoner, type, from, to, except, coversOfficial }) {
		const { order } = await addCourtRestriction(ctxOfOfficer(fixture), {
			prisoner: { id: fixture.labels.idOf(prisoner) },
			type,
			from: from ?? fixture.now,
			to,
			orderReference: '26-000000ENE',
			except: except.map((visitor) => fixture.labels.idOf(visitor)),
			coversOfficial,
		})
		return orderCreated(fixture, 'court-restriction', order.id)
	},
})
