import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import { date, yesOrNo } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'
import { requestKeys } from './visit-fields.ts'

export const joinWaitingList = verb(
	z.strictObject({ ...requestKeys, from: date, to: date, farTravel: yesOrNo.default(false) }),
	{
		makes: 'entry',
		async run(fixture, { by, prisoner, party, ...fields }) {
			const outcome = await addEntry(ctxOf(fixture, by), {
				...fields,
				prisonerId: fixture.labels.idOf(prisoner),
				partyIds: party.map((visitor) => fixture.labels.idOf(visitor)),
				idempotencyKey: randomUUID(),
			})
			if (outcome.ok) return done('entry', outcome.entry.id)
			return { kind: 'refused', codes: outcome.refusals.map(({ code }) => code), told: outcome.publicReasons }
		},
	},
)
