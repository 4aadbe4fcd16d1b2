import { apply } from '#app/services/applications/apply.server.ts'
import { bookVisit, visitAskOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import type { Ctx } from '#app/services/context.ts'
import type { Db } from '#db/client.server.ts'
import type { DemoFamily } from './demo-people.ts'
import { randomFrom } from './random.ts'

const seed = 20261123

/**
 * Families of the crowd book what the calendar offers them, as they would themselves, and some apply for somebody more. The
 * named families are left alone: whoever signs in as them begins with a free hand. Answers how many bookings were made.
 */
export async function addDemoActivity(db: Db, families: readonly DemoFamily[], now: Date): Promise<number> {
	const random = randomFrom(seed)
	let booked = 0
	for (const [index, family] of families.entries()) {
		if (family.named) continue
		const ctx: Ctx = { db, now, actor: { kind: 'visitor', visitorId: family.visitorId }, requestId: null }
		if (index % 9 === 0) {
			const other = families[(index + 5) % families.length]
			if (other)
				await apply(ctx, {
					visitorId: family.visitorId,
					number: other.prisonerNumber,
					name: other.prisonerName,
					relationship: 'friend',
				})
		}
		if (random.chance(0.25)) continue
		const partyIds = [family.visitorId, ...(random.chance(0.6) ? family.childIds : [])]
		const ask = { prisonerId: family.prisonerId, partyIds }
		const { sessions } = await visitCalendar(db, visitAskOf(ctx, ask), now)
		const offered = sessions.filter((one) => one.refusals.length === 0)
		if (offered.length === 0) continue
		const { session } = random.pick(offered.slice(0, 30))
		const outcome = await bookVisit(ctx, { ...ask, place: { sessionId: session.id } })
		if (outcome.ok) booked++
	}
	return booked
}
