import { z } from 'zod'
import { familyAnswer } from '#app/domain/booking/family-answer.ts'
import { askWithoutLock } from '#app/services/bookings/ask.server.ts'
import { visitAskOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import type { Listed } from '../run/outcome.ts'
import { ctxOf } from '../world/actor.ts'
import { verb } from './deed.ts'
import { askKeys } from './visit-fields.ts'

/** The calendar for a visit, and what would be answered of a session that it does not show. */
export const list = verb(z.strictObject(askKeys), {
	async run(world, { by, prisoner, party, askFor }) {
		const { labels, db, now } = world
		const ctx = ctxOf(world, by)
		const partyIds = party.map((visitor) => labels.idOf(visitor))
		const ask = visitAskOf(ctx, { prisonerId: labels.idOf(prisoner), partyIds, askFor })
		const { sessions } = await visitCalendar(db, ask, now)
		return {
			kind: 'done',
			touched: null,
			calendar: {
				sessions: sessions.map(({ session, refusals, told }): Listed => {
					return { sessionId: session.id, start: session.start, codes: refusals.map(({ code }) => code), told }
				}),
				async ask(sessionId): Promise<Listed> {
					const { asked, refusals, reader } = await askWithoutLock(db, ask, { sessionId }, now)
					const told = familyAnswer(refusals, reader)
					return { sessionId, start: asked.place.start, codes: refusals.map(({ code }) => code), told }
				},
			},
		}
	},
})
