import { z } from 'zod'
import { lateAppealGrounds } from '#app/domain/decisions/appeal.ts'
import { takeUpAppeal } from '#app/services/decisions/take-up-appeal.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({ ...decisionFields, by: ref('actor'), ground: oneOf(lateAppealGrounds).optional() })
	.refine(namesADecision, notOneDecision)

export const takeUp = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, ground, ...named }) {
		const why = ground === undefined ? {} : { ground }
		const decision = await takeUpAppeal(ctxOf(fixture, by), { decision: decisionKey(fixture, named), ...why })
		return done('decision', decision.id)
	},
})
