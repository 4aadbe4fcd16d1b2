import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { officialKinds, relationships, tracks } from '#app/domain/permits/permit.ts'
import { apply as send } from '#app/services/applications/apply.server.ts'
import { prisoner as prisoners } from '#db/schema/index.ts'
import { oneOf, ref, text, toRef, yesOrNo } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import type { World } from '../world/world.ts'
import { verb } from './deed.ts'

const fields = z
	.strictObject({
		by: ref('actor'),
		visitor: ref('visitor').optional(),
		prisoner: ref('prisoner').optional(),
		number: text.optional(),
		name: text.optional(),
		relationship: oneOf(relationships).default('other'),
		track: oneOf(tracks).default('family'),
		officialKind: oneOf(officialKinds).optional(),
		guardianConsent: yesOrNo.default(false),
	})
	.refine(({ prisoner, number, name }) => (prisoner === undefined) !== (number === undefined && name === undefined), {
		message: 'names a prisoner, or types a number and a name',
	})
type Fields = z.output<typeof fields>

export const apply = verb<Fields>(fields, {
	makes: 'application',
	async run(world, { by, visitor, officialKind, relationship, track, guardianConsent, ...whom }) {
		const row = await send(ctxOf(world, by), {
			...(await typed(world, whom)),
			visitorId: world.labels.idOf(visitor ?? toRef('visitor', by.label)),
			relationship,
			track,
			officialKind: officialKind ?? null,
			guardianConsent,
		})
		return done('application', row.id)
	},
})

/** What the applicant types: a prisoner's own number and name, or whatever the author wrote. */
async function typed(world: World, { prisoner, number, name }: Pick<Fields, 'prisoner' | 'number' | 'name'>) {
	if (!prisoner) return { number: number ?? '', name: name ?? '' }
	const [row] = await world.owner
		.select()
		.from(prisoners)
		.where(eq(prisoners.id, world.labels.idOf(prisoner)))
	if (!row) throw new Error(`there is no prisoner ${prisoner.label}`)
	return { number: row.number, name: `${row.givenName} ${row.familyName}`.trim() }
}
