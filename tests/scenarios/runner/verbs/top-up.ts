import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { count, ref } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

export const topUp = verb(z.strictObject({ by: ref('actor'), prisoner: ref('prisoner'), ore: count }), {
	makes: 'topUp',
	async run(fixture, { by, prisoner, ore }) {
		const outcome = await startTopUp(
			{ ...ctxOf(fixture, by), payments: fixture.stripe.payments, publicOrigin: 'https://samvaer.test' },
			{
				prisonerId: fixture.labels.idOf(prisoner),
				ore,
				idempotencyKey: randomUUID(),
				machineNow: new Date(),
				language: 'nb',
			},
		)
		if (outcome.ok) return done('topUp', outcome.topUp.id)
		return { kind: 'refused', codes: outcome.refusals, told: outcome.publicReasons }
	},
})
