import { z } from 'zod'
import { releasePrisoner } from '#app/services/prisoners/release-prisoner.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

export const release = verb(z.strictObject({ prisoner: ref('prisoner') }), {
	async run(fixture, { prisoner }) {
		await releasePrisoner(ctxOfOfficer(fixture), { prisoner: { id: fixture.labels.idOf(prisoner) } })
		return doneQuietly
	},
})
