import { z } from 'zod'
import { securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { transferPrisoner } from '#app/services/events/transfer-prisoner.server.ts'
import { oneOf, ref, text } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

const fields = z.strictObject({
	prisoner: ref('prisoner'),
	to: ref('facility'),
	unit: text.default('A'),
	securityLevel: oneOf(securityLevels).exactOptional(),
})

export const transfer = verb(fields, {
	async run(world, { prisoner, to, ...change }) {
		const { labels } = world
		await transferPrisoner(ctxOfOfficer(world), {
			...change,
			prisoner: { id: labels.idOf(prisoner) },
			to: labels.idOf(to),
		})
		return doneQuietly
	},
})
