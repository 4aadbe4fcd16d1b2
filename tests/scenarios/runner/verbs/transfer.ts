import { z } from 'zod'
import { securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { oneOf, ref, text } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({
	prisoner: ref('prisoner'),
	to: ref('facility'),
	unit: text.default('A'),
	securityLevel: oneOf(securityLevels).exactOptional(),
})

export const transfer = verb(fields, {
	async run(fixture, { prisoner, to, ...change }) {
		const { labels } = fixture
		await transferPrisoner(ctxOfOfficer(fixture), {
			...change,
			prisoner: { id: labels.idOf(prisoner) },
			to: labels.idOf(to),
		})
		return doneQuietly
	},
})
