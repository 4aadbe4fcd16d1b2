import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { officialKinds, relationships, tracks } from '#app/domain/permits/permit.ts'
import { apply as send } from '#app/services/applications/apply.server.ts'
import { prisoner as prisoners } from '#db/schema/index.ts'
import { ctxOf } from '../fixture/actor.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { oneOf, ref, text, toRef, yesOrNo } from '../parse/fields.ts'
import { done } from '../run/outcome.ts'
import { verb } from './verb.ts'

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
	async run(fixture, { by, visitor, officialKind, relationship, track, guardianConsent, ...whom }) {
		const row = await send(ctxOf(fixture, by), {
			...(await typed(fixture, whom)),
			visitorId: fixture.labels.idOf(visitor ?? toRef('visitor', by.label)),
			relationship,
			track,
			officialKind: officialKind ?? null,
			guardianConsent,
		})
		return done('application', row.id)
	},
})

/** What the applicant types: a prisoner's own number and name, or whatever the author wrote. */
async function typed(fixture: Fixture, { prisoner, number, name }: Pick<Fields, 'prisoner' | 'number' | 'name'>) {
	if (!prisoner) return { number: number ?? '', name: name ?? '' }
	const [row] = await fixture.owner
		.select()
		.from(prisoners)
		.where(eq(prisoners.id, fixture.labels.idOf(prisoner)))
	if (!row) throw new Error(`there is no prisoner ${prisoner.label}`)
	return { number: row.number, name: `${row.givenName} ${row.familyName}`.trim() }
}
