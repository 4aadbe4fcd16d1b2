import { z } from 'zod'
import { redactForFamily } from '#app/domain/bookings/public-reasons.ts'
import { bookingRequestOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { evaluate } from '#app/services/bookings/evaluate.server.ts'
import { ctxOf } from '../fixture/actor.ts'
import type { Listed } from '../run/outcome.ts'
import { verb } from './verb.ts'
import { requestKeys } from './visit-fields.ts'

/** The calendar for a visit, and what would be answered of a session that it does not show. */
export const list = verb(z.strictObject(requestKeys), {
	async run(fixture, { by, prisoner, party, askFor }) {
		const { labels, db, now } = fixture
		const ctx = ctxOf(fixture, by)
		const partyIds = party.map((visitor) => labels.idOf(visitor))
		const ask = bookingRequestOf(ctx, { prisonerId: labels.idOf(prisoner), partyIds, askFor })
		const { sessions } = await visitCalendar(db, ask, now)
		return {
			kind: 'done',
			touched: null,
			calendar: {
				sessions: sessions.map(({ session, refusals, publicReasons: told }): Listed => {
					return { sessionId: session.id, start: session.start, codes: refusals.map(({ code }) => code), told }
				}),
				async ask(sessionId): Promise<Listed> {
					const { ruleInput, refusals, viewer } = await evaluate(db, ask, { sessionId }, now)
					const told = redactForFamily(refusals, viewer)
					return { sessionId, start: ruleInput.venue.start, codes: refusals.map(({ code }) => code), told }
				},
			},
		}
	},
})
