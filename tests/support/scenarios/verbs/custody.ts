import { z } from 'zod'
import { custodies } from '#app/domain/prisoners/prisoner.ts'
import { setCustody } from '#app/services/events/set-custody.server.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

export const custody = verb(z.strictObject({ prisoner: ref('prisoner'), custody: oneOf(custodies) }), {
	async run(world, { prisoner, custody }) {
		await setCustody(ctxOfOfficer(world), { prisoner: { id: world.labels.idOf(prisoner) }, custody })
		return doneQuietly
	},
})
