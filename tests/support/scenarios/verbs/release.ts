import { z } from 'zod'
import { releasePrisoner } from '#app/services/events/release-prisoner.server.ts'
import { ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

export const release = verb(z.strictObject({ prisoner: ref('prisoner') }), {
	async run(world, { prisoner }) {
		await releasePrisoner(ctxOfOfficer(world), { prisoner: { id: world.labels.idOf(prisoner) } })
		return doneQuietly
	},
})
