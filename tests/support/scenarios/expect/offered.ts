import { and, eq } from 'drizzle-orm'
import { wishOffer } from '#db/schema/index.ts'
import type { StepExpectation } from '../parse/expectation.ts'
import { sessionLabel } from '../world/sessions.ts'
import type { World } from '../world/world.ts'
import { difference, joined } from './compare.ts'

/** What is on offer now to the wishes that are named. */
export async function offered(world: World, wanted: NonNullable<StepExpectation['offered']>): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, session] of wanted) {
		const [open] = await world.owner
			.select({ sessionId: wishOffer.sessionId })
			.from(wishOffer)
			.where(and(eq(wishOffer.wishId, world.labels.idOf(ref)), eq(wishOffer.state, 'open')))
		const came = open ? await sessionLabel(world, open.sessionId) : 'none'
		parts.push(difference(`offered to ${ref.label}`, session?.label ?? 'none', came))
	}
	return joined(parts)
}
