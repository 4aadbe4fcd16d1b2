import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { startTopUp } from '#app/services/funds/start-top-up.server.ts'
import { count, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import { verb } from './deed.ts'

export const topUp = verb(z.strictObject({ by: ref('actor'), prisoner: ref('prisoner'), ore: count }), {
	makes: 'topUp',
	async run(world, { by, prisoner, ore }) {
		const outcome = await startTopUp(
			ctxOf(world, by),
			{
				prisonerId: world.labels.idOf(prisoner),
				ore,
				formKey: randomUUID(),
				machineNow: new Date(),
				language: 'nb',
			},
			{ payments: world.stripe.payments, origin: 'https://samvaer.test' },
		)
		if (outcome.ok) return done('topUp', outcome.topUp.id)
		return { kind: 'refused', codes: outcome.refusals, told: outcome.told }
	},
})
