import { z } from 'zod'
import { appealOutcomes } from '#app/domain/decisions/appeal.ts'
import { answerAppeal as record } from '#app/services/decisions/answer-appeal.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({ ...decisionFields, by: ref('actor'), outcome: oneOf(appealOutcomes) })
	.refine(namesADecision, notOneDecision)

export const answerAppeal = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, outcome, ...named }) {
		const decision = await record(ctxOf(fixture, by), { decision: decisionKey(fixture, named), outcome })
		return done('decision', decision.id)
	},
})
