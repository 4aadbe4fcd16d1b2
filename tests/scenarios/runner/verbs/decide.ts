import { z } from 'zod'
import { applicationOutcomes, permitOutcomes } from '#app/domain/decisions/kinds.ts'
import { controls } from '#app/domain/permits/controls.ts'
import { decide as putForward } from '#app/services/decisions/decide.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { date, oneOf, ref, refMap, text, yesOrNo } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { namesOneSubject, subjectFields, subjectKey } from './subject-key.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({
		...subjectFields,
		by: ref('actor'),
		outcome: oneOf([...applicationOutcomes, ...permitOutcomes, 'banned']),
		to: date.optional(),
		controls: z.array(oneOf(controls)).default([]),
		rule: text.optional(),
		facts: text.optional(),
		lesserControls: z.partialRecord(oneOf(controls), text).default({}),
		children: refMap('visitor', text).optional(),
		interim: yesOrNo.default(false),
	})
	.refine(namesOneSubject, 'names an application, a permit or a visitor')

export const decide = verb(fields, {
	makes: 'decision',
	async run(fixture, { by, outcome, to, rule, facts, children, ...rest }) {
		const { controls: given, lesserControls, interim, ...named } = rest
		const decision = await putForward(ctxOf(fixture, by), {
			subject: subjectKey(fixture, named),
			outcome,
			controls: given,
			rule: rule ?? '',
			facts: facts ?? '',
			lesserControls,
			children: Object.fromEntries([...(children ?? [])].map(([child, why]) => [fixture.labels.idOf(child), why])),
			until: to ?? null,
			interim,
		})
		return done('decision', decision.id)
	},
})
