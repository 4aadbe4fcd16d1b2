import { z } from 'zod'
import { dismissAppeal } from '#app/services/decisions/dismiss-appeal.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({ ...decisionFields, by: ref('actor'), reason: text.default('') })
	.refine(namesADecision, notOneDecision)

/** Makes a decision of its own. */
export const dismiss = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, reason, ...named }) {
		const decision = await dismissAppeal(ctxOf(fixture, by), { decision: decisionKey(fixture, named), reason })
		return done('decision', decision.id)
	},
})
