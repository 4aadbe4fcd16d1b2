import { isNull } from 'drizzle-orm'
import { review } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { StepExpectation } from '../parse/expectation.ts'
import { joined, listDifference } from './compare.ts'

/** The reviews that are open now: exactly these causes for each booking named, and none for any booking that is not. */
export async function reviews(
	fixture: Fixture,
	wanted: NonNullable<StepExpectation['reviews']>,
): Promise<string | null> {
	const open = await fixture.owner
		.select({ bookingId: review.bookingId, cause: review.cause })
		.from(review)
		.where(isNull(review.endedAt))
	const causes = new Map([...wanted].map(([ref, expected]) => [fixture.labels.idOf(ref), expected]))
	const bookingIds = new Set([...causes.keys(), ...open.map(({ bookingId }) => bookingId)])
	return joined(
		[...bookingIds].map((id) => {
			const came = new Set(open.filter(({ bookingId }) => bookingId === id).map(({ cause }) => cause))
			return listDifference(`reviews of ${fixture.labels.labelOf('booking', id)}`, causes.get(id) ?? [], [...came])
		}),
	)
}
