import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { makeWish } from '#app/services/wishes/make-wish.server.ts'
import { date, yesOrNo } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import { verb } from './deed.ts'
import { askKeys } from './visit-fields.ts'

export const wish = verb(z.strictObject({ ...askKeys, from: date, to: date, farTravel: yesOrNo.default(false) }), {
	makes: 'wish',
	async run(world, { by, prisoner, party, ...fields }) {
		const outcome = await makeWish(ctxOf(world, by), {
			...fields,
			prisonerId: world.labels.idOf(prisoner),
			partyIds: party.map((visitor) => world.labels.idOf(visitor)),
			formKey: randomUUID(),
		})
		if (outcome.ok) return done('wish', outcome.wish.id)
		return { kind: 'refused', codes: outcome.refusals.map(({ code }) => code), told: outcome.told }
	},
})
