import { z } from 'zod'
import { openLetter } from '#app/services/decisions/open-letter.server.ts'
import { ref } from '../parse/fields.ts'
import { decisionFields, decisionKey, namesADecision, notOneDecision } from './decision-key.ts'
import { ctxOfParty, isPrisoner, ofParty } from './party.ts'
import { verb } from './verb.ts'

const fields = z.strictObject({ ...decisionFields, by: ref('party') }).refine(namesADecision, notOneDecision)

export const open = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, ...named }) {
		const key = { decision: decisionKey(fixture, named), forPrisoner: isPrisoner(by) }
		return ofParty(await openLetter(ctxOfParty(fixture, by), key))
	},
})
