import { z } from 'zod'
import { withdrawApplication } from '#app/services/applications/withdraw.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

export const withdraw = verb(z.strictObject({ application: ref('application'), by: ref('actor') }), {
	makes: 'application',
	async run(fixture, { application, by }) {
		const row = await withdrawApplication(ctxOf(fixture, by), { application: { id: fixture.labels.idOf(application) } })
		return done('application', row.id)
	},
})
