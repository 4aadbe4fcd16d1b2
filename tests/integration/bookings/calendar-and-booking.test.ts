import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bookingRequestOf, bookVisit } from '#app/services/bookings/book.server.ts'
import { permittedCalendar, type VisitCalendar, visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { openDatabase } from '#tests/support/database.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'
import { anyPrison, type BuiltPrison, buildPrison } from './any-prison.ts'

const { db, owner: seed } = await openDatabase()

/** As if it had never been. */
async function undo(bookingId: string): Promise<void> {
	await seed.execute(sql`delete from message where booking_id = ${bookingId}`)
	await seed.execute(sql`delete from booking_visitor where booking_id = ${bookingId}`)
	await seed.execute(sql`delete from booking where id = ${bookingId}`)
}

/** All that a use case may write about a booking. */
async function writtenOf(bookingId: string): Promise<unknown> {
	return seed.execute(sql`select to_jsonb(b) as booking,
		(select count(*) from audit where subject_id = b.id) as audited,
		(select count(*) from message where booking_id = b.id) as told from booking b where id = ${bookingId}`)
}

/** Whoever asks for themselves alone, by the references that an address carries, is answered alike. */
async function saysTheSameByRef(ctx: Ctx, ask: Omit<BuiltPrison, 'visitorId'>, calendar: VisitCalendar): Promise<void> {
	const [visitorId, ...others] = ask.partyIds
	const [row] = await seed.execute<{ permit: string; visitor: string }>(sql`select p.ref as permit, v.ref as visitor
		from permit p join visitor v on v.id = p.visitor_id
		where v.id = ${visitorId ?? ''} and p.prisoner_id = ${ask.prisonerId} and p.state <> 'ended'`)
	if (!row || others.length > 0) return
	const chosen = { permitRef: row.permit, partyRefs: [row.visitor], askFor: [] }
	expect((await permittedCalendar(ctx, chosen)).calendar).toEqual(calendar)
	byRef += 1
}
let byRef = 0

it('the calendar answers for each session what asking for it would answer', { timeout: 120_000 }, async () => {
	const met = new Map<string, number>()
	await fc.assert(
		fc.asyncProperty(anyPrison, async (prison) => {
			const { visitorId, ...ask } = await buildPrison(seed, prison)
			const ctx = asVisitor(db, visitorId)
			const calendar = await visitCalendar(db, bookingRequestOf(ctx, ask), clock)
			const { sessions } = calendar
			await saysTheSameByRef(ctx, ask, calendar)
			expect(sessions.length).toBeLessThanOrEqual(prison.sessions.length)
			for (const { session, refusals, publicReasons } of sessions) {
				const outcome = await bookVisit(ctx, { ...ask, place: { sessionId: session.id } })
				const found = outcome.ok
					? { refusals: [], publicReasons: null }
					: { refusals: outcome.refusals, publicReasons: outcome.publicReasons }
				expect(found).toEqual({ refusals, publicReasons: outcome.ok ? null : publicReasons })
				for (const { code } of refusals) met.set(code, (met.get(code) ?? 0) + 1)
				if (!outcome.ok) continue
				met.set('booked', (met.get('booked') ?? 0) + 1)
				await staysAsItIs(outcome.booking.id)
				await undo(outcome.booking.id)
			}

			async function staysAsItIs(id: string): Promise<void> {
				const before = await writtenOf(id)
				const [row] = await seed.execute<{ session_id: string }>(sql`select session_id from booking where id = ${id}`)
				const again = await rescheduleBooking(ctx, {
					booking: { id },
					place: { sessionId: row?.session_id ?? '' },
				})
				expect(again.ok).toBe(true)
				expect(await writtenOf(id)).toEqual(before)
			}
		}),
		{ numRuns: 60, seed: 20261126 },
	)
	expect(byRef).toBeGreaterThan(10)
	// A property over fixtures where nothing happens would prove nothing.
	for (const code of ['booked', 'too-soon', 'session-full', 'non-association', 'court-restriction', 'visitor-banned'])
		expect(met.get(code), code).toBeGreaterThan(0)
})
