import { z } from 'zod'
import { checkKinds } from '#app/domain/applications/application.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

export const check = verb(
	z.strictObject({
		application: ref('application'),
		check: oneOf(checkKinds),
		outcome: oneOf(['clear', 'limits', 'stop']),
		by: ref('actor'),
	}),
	{
		makes: 'application',
		async run(fixture, { application, by, ...set }) {
			const outcome = await setCheck(ctxOf(fixture, by), {
				application: { id: fixture.labels.idOf(application) },
				...set,
			})
			if (!outcome.ok) return { kind: 'refused', codes: [outcome.code], told: null }
			return done('application', outcome.application.id)
		},
	},
)
