import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { grantApplication } from '#app/services/applications/decide.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref, text } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { notYet, outcomesNotYet } from './not-yet.ts'
import { verb } from './verb.ts'

const fields = z
	.strictObject({
		application: ref('application'),
		by: ref('actor'),
		outcome: oneOf(['granted', ...outcomesNotYet]),
		controls: z.array(oneOf(controls)).default([]),
		rule: text.optional(),
		facts: text.optional(),
		lesserControls: z.record(oneOf(controls), text).optional(),
		children: z.record(z.string(), text).optional(),
	})
	.refine(({ outcome }) => outcome === 'granted', { path: ['outcome'], message: notYet })

export const decide = verb(fields, {
	makes: 'decision',
	async run(fixture, { application, by }) {
		const granted = await grantApplication(ctxOf(fixture, by), {
			application: { id: fixture.labels.idOf(application) },
		})
		return done('decision', granted.decision.id)
	},
})
