import { z } from 'zod'
import { withdrawApplication } from '#app/services/applications/withdraw.server.ts'
import { ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import { verb } from './deed.ts'

export const withdraw = verb(z.strictObject({ application: ref('application'), by: ref('actor') }), {
	makes: 'application',
	async run(world, { application, by }) {
		const row = await withdrawApplication(ctxOf(world, by), { application: { id: world.labels.idOf(application) } })
		return done('application', row.id)
	},
})
