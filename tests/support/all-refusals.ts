import { sql } from 'drizzle-orm'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { reevaluate } from '#app/services/reviews/reevaluate.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'

export interface Stood {
	id: string
	state: string
	/** What stands against it now, as if it were made anew where it is. */
	codes: string[]
	/** The causes of its open reviews. */
	reviews: string[]
}

/** Asks every rule about the bookings that take a place ahead; `sampled` of them at most, spread evenly over time. */
export async function standingOfAll(db: DbOrTx, now: Date, sampled = 1_000_000): Promise<Stood[]> {
	const rows = await db.execute<{ id: string; reviews: string[] }>(sql`
		select id, array(select cause from review where booking_id = b.id and ended_at is null order by cause) as reviews
		from (select id, row_number() over (order by starts_at, id) as place, count(*) over () as total from booking
			where starts_at > ${now.toISOString()}::timestamptz and state in ('held', 'requested', 'confirmed')) as b
		where place % greatest(1, total / ${sampled}::int) = 0`)
	const stood: Stood[] = []
	for (const { id, reviews } of rows) {
		const booking = await selectBooking(db, { id })
		if (!booking) throw new Error(`There is no booking ${id}`)
		const { ruleInput, policy } = await reevaluate(db, booking, now)
		const codes = remainingRefusals(ruleInput, policy, now, booking.liftedCodes).map(({ code }) => code)
		stood.push({ id, state: booking.state, codes, reviews })
	}
	return stood
}
