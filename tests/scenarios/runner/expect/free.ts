import { eq } from 'drizzle-orm'
import { visitSession } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { sessionId } from '../fixture/sessions.ts'
import type { StepExpectation } from '../parse/expectation.ts'
import { difference, joined } from './compare.ts'

/** Places left in the sessions that are named, in groups. One that officers filled beyond its capacity has none. */
export async function free(fixture: Fixture, wanted: NonNullable<StepExpectation['free']>): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, groups] of wanted) {
		const id = await sessionId(fixture, ref)
		const [row] = await fixture.owner.select().from(visitSession).where(eq(visitSession.id, id))
		const left = row ? Math.max(0, row.groups - row.takenGroups) : 'none'
		parts.push(difference(`free in ${ref.label}`, String(groups), String(left)))
	}
	return joined(parts)
}
