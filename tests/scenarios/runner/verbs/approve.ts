import { z } from 'zod'
import { approveDecision } from '#app/services/decisions/approve.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({ ...decisionFields, by: ref('actor') }).refine(namesADecision, notOneDecision)

export const approve = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, ...named }) {
		const decision = await approveDecision(ctxOf(fixture, by), { decision: decisionKey(fixture, named) })
		return done('decision', decision.id)
	},
})
