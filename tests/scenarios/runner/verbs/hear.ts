import { z } from 'zod'
import { omissionGrounds } from '#app/domain/decisions/hearing.ts'
import { hear as send } from '#app/services/decisions/hear.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { namesOneSubject, subjectFields, subjectKey } from './subject-key.ts'
import { verb } from './verb.ts'

const { facility: _, ...about } = subjectFields
const fields = z
	.strictObject({
		...about,
		by: ref('actor'),
		text: text.optional(),
		omit: oneOf(omissionGrounds).optional(),
		reason: text.optional(),
	})
	.refine(namesOneSubject, 'names an application, a permit or a visitor')
	.refine(({ omit, text: said, reason }) => (omit === undefined ? reason === undefined : said === undefined), {
		message: 'has either a text, or omit with a reason',
	})

/** The advance notice to the parties, or why there is none. */
export const hear = verb(fields, {
	makes: 'hearing',
	async run(fixture, { by, text: said, omit, reason, ...named }) {
		const subject = subjectKey(fixture, named)
		const how = omit === undefined ? { text: said ?? '' } : { omit, reason: reason ?? '' }
		const hearing = await send(ctxOf(fixture, by), { subject, ...how })
		return done('hearing', hearing.id)
	},
})
