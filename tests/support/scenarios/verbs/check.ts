import { z } from 'zod'
import { checkKinds } from '#app/domain/applications/application.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { oneOf, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import { verb } from './deed.ts'

export const check = verb(
	z.strictObject({
		application: ref('application'),
		check: oneOf(checkKinds),
		outcome: oneOf(['clear', 'limits', 'stop']),
		by: ref('actor'),
	}),
	{
		makes: 'application',
		async run(world, { application, by, ...set }) {
			const outcome = await setCheck(ctxOf(world, by), { application: { id: world.labels.idOf(application) }, ...set })
			if (!outcome.ok) return { kind: 'refused', codes: [outcome.code], told: null }
			return done('application', outcome.application.id)
		},
	},
)
