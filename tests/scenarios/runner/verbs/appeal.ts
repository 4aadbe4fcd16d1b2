import { z } from 'zod'
import { appealDecision } from '#app/services/decisions/appeal.server.ts'
import { ref, text } from '../parse/fields.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { ctxOfParty, isPrisoner, ofParty } from './party.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({ ...decisionFields, by: ref('party'), text: text.default('') })
	.refine(namesADecision, notOneDecision)

export const appeal = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, text: said, ...named }) {
		const key = { decision: decisionKey(fixture, named), forPrisoner: isPrisoner(by) }
		return ofParty(await appealDecision(ctxOfParty(fixture, by), { ...key, text: said }))
	},
})
