import { sql } from 'drizzle-orm'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { reevaluate } from '#app/services/reviews/reevaluate.server.ts'
import type { Db } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { History } from './actions.ts'
import { deadlocks, overlaps, wrongSessions } from './invariants.ts'

/** Everything that is not as it must be after a history, in words; nothing when all holds. */
export async function faultsIn(history: History, owner: Db): Promise<string[]> {
	return [
		...(await wrongSessions(owner)).map((row) => `a session's count: ${JSON.stringify(row)}`),
		...(await overlaps(owner)).map((row) => `two at one time: ${JSON.stringify(row)}`),
		...((await deadlocks(owner)) > 0 ? ['a deadlock'] : []),
		...(await tooMany(owner)),
		...(await unlikeTheModel(history, owner)),
		...(await wronglyReviewed(history)),
	]
}

/** More visits in a week than the policy allows: nobody lifted a limit, and there are no visitors.children. */
async function tooMany(db: Db): Promise<string[]> {
	const rows = await db.execute<{ prisoner: string; week: string; visits: number }>(sql`
		select prisoner_id as prisoner, to_char(starts_at at time zone 'Europe/Oslo', 'IYYY-IW') as week, count(*)::int as visits
		from booking where state in ('held', 'requested', 'confirmed', 'checked-in')
		group by 1, 2 having count(*) > 1`)
	return rows.map((row) => `above the weekly limit: ${JSON.stringify(row)}`)
}

/** What was answered is what is there: no booking that nobody made, none that went without a use case, and each use case in the log. */
async function unlikeTheModel({ done }: History, db: Db): Promise<string[]> {
	const rows = await db.execute<{ id: string; state: string; reason: string | null; logged: string[] }>(sql`
		select b.id, b.state, b.reason, array(select action from audit where subject_id = b.id) as logged from booking b`)
	const answered = (id: string, ...actions: string[]) =>
		done.some((one) => one.bookingId === id && actions.includes(one.action))
	const faults: string[] = []
	for (const { id, state, reason, logged } of rows) {
		if (!answered(id, 'book', 'hold', 'accept')) faults.push(`nobody made ${id}`)
		const gone = answered(id, 'cancel')
		if (gone && state !== 'cancelled') faults.push(`cancelled, and yet ${state}: ${id}`)
		if (state === 'cancelled' && !gone && reason !== 'replaced') faults.push(`cancelled by nobody: ${id}`)
		if (state === 'confirmed' && !answered(id, 'book', 'confirm', 'accept')) faults.push(`confirmed by nobody: ${id}`)
		if (state === 'confirmed' && !logged.includes('booking.confirm')) faults.push(`not in the log: ${id}`)
	}
	const known = new Set(rows.map(({ id }) => id))
	faults.push(...done.filter(({ bookingId }) => !known.has(bookingId)).map((one) => `lost: ${JSON.stringify(one)}`))
	return faults
}

/** A confirmed visit that would be refused now is under review, and one that would not is not. */
async function wronglyReviewed({ db, now }: History): Promise<string[]> {
	const rows = await db.execute<{ id: string; reviews: string[] }>(sql`
		select id, array(select cause from review where booking_id = booking.id and ended_at is null) as reviews
		from booking where state = 'confirmed'`)
	const faults: string[] = []
	for (const { id, reviews } of rows) {
		const booking = await selectBooking(db, { id })
		if (!booking) continue
		const { ruleInput, policy } = await reevaluate(db, booking, now)
		const remaining = remainingRefusals(ruleInput, policy, now, booking.liftedCodes).map(({ code }) => code)
		if (remaining.length > 0 && reviews.length === 0) faults.push(`not under review in spite of ${remaining}: ${id}`)
		if (remaining.length === 0 && reviews.length > 0) faults.push(`under review for ${reviews} that is gone: ${id}`)
	}
	return faults
}
