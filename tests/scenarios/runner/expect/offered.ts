import { and, eq } from 'drizzle-orm'
import { waitingListOffer } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { sessionLabel } from '../fixture/sessions.ts'
import type { StepExpectation } from '../parse/expectation.ts'
import { difference, joined } from './compare.ts'

/** What is on offer now to the waiting-list entries that are named. */
export async function offered(
	fixture: Fixture,
	wanted: NonNullable<StepExpectation['offered']>,
): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, session] of wanted) {
		const [open] = await fixture.owner
			.select({ sessionId: waitingListOffer.sessionId })
			.from(waitingListOffer)
			.where(and(eq(waitingListOffer.waitingListEntryId, fixture.labels.idOf(ref)), eq(waitingListOffer.state, 'open')))
		const came = open ? await sessionLabel(fixture, open.sessionId) : 'none'
		parts.push(difference(`offered to ${ref.label}`, session?.label ?? 'none', came))
	}
	return joined(parts)
}
