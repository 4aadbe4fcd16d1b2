import { z } from 'zod'
import { respond as send } from '#app/services/decisions/respond.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({ hearing: ref('hearing'), by: ref('actor'), text: text.default('') })

export const respond = verb(fields, {
	makes: 'hearing',
	async run(fixture, { hearing, by, text: said }) {
		const row = await send(ctxOf(fixture, by), { hearing: { id: fixture.labels.idOf(hearing) }, text: said })
		return done('hearing', row.id)
	},
})
