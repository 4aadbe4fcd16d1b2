import { z } from 'zod'
import { custodies } from '#app/domain/prisoners/prisoner.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

export const custody = verb(z.strictObject({ prisoner: ref('prisoner'), custody: oneOf(custodies) }), {
	async run(fixture, { prisoner, custody }) {
		await setCustody(ctxOfOfficer(fixture), { prisoner: { id: fixture.labels.idOf(prisoner) }, custody })
		return doneQuietly
	},
})
