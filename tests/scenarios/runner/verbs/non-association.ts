import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { pairOf } from '../fixture/order-rows.ts'
import { nonAssociation as pairFields } from '../parse/given-orders.ts'
import { orderCreated } from './order-created.ts'
import { verb } from './verb.ts'

export const nonAssociation = verb(pairFields, {
	makes: 'order',
	async run(fixture, fields) {
		const { kind, ids } = pairOf(fixture, fields)
		const two = [{ id: ids[0] }, { id: ids[1] }] as const
		const input = kind === 'prisoners' ? { prisoners: two } : { visitors: two }
		const { pair } = await addNonAssociation(ctxOfOfficer(fixture), input)
		return orderCreated(fixture, 'non-association', pair.id)
	},
})
