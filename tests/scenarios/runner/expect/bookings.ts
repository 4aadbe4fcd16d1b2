import { eq } from 'drizzle-orm'
import { booking } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { StepExpectation } from '../parse/expectation.ts'
import { difference, joined } from './compare.ts'

/** The states of the bookings that are named; nothing about others. */
export async function bookings(
	fixture: Fixture,
	wanted: NonNullable<StepExpectation['bookings']>,
): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, state] of wanted) {
		const [row] = await fixture.owner
			.select({ state: booking.state })
			.from(booking)
			.where(eq(booking.id, fixture.labels.idOf(ref)))
		parts.push(difference(`booking ${ref.label}`, state, row?.state ?? 'none'))
	}
	return joined(parts)
}
