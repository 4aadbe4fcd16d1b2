import { sql } from 'drizzle-orm'
import { runDue } from '#app/jobs/run-due.server.ts'
import { bookVisit, holdPlace } from '#app/services/bookings/book.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { ServiceError } from '#app/services/errors.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { acceptOffer } from '#app/services/waiting-list/accept-offer.server.ts'
import { addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Random } from '#sandbox/seeds/random.ts'
import { asOfficer, asVisitor, day, noon } from '../rows.ts'
import type { HistoryFixture } from './fixture.ts'

export interface History {
	db: Db
	fixture: HistoryFixture
	/** Goes on a little with each round of due work. */
	now: Date
	/** What was answered with success: the use case and the booking. */
	done: { action: string; bookingId: string }[]
	/** Refusals and errors that are part of life, counted. */
	refused: Map<string, number>
	orders: { kind: 'closure' | 'ban'; id: string }[]
}

type Action = (history: History, random: Random) => Promise<void>

const someone = ({ fixture }: History, random: Random) => random.pick(fixture.pairs)
const visitor = ({ db, now }: History, visitorId: string): Ctx => asVisitor(db, visitorId, now)
const officer = ({ db, fixture, now }: History, random: Random): Ctx =>
	asOfficer(db, { officerId: fixture.officerId, facilityId: random.pick(fixture.facilities).id }, now)
const session = ({ fixture }: History, facilityId: string, random: Random) =>
	random.pick(fixture.facilities.find(({ id }) => id === facilityId)?.sessionIds ?? [])

function note(
	history: History,
	action: string,
	outcome: { ok: true; booking: { id: string } } | { ok: false; refusals: readonly { code: string }[] },
) {
	if (outcome.ok) history.done.push({ action, bookingId: outcome.booking.id })
	else for (const { code } of outcome.refusals) count(history, code)
}

const count = ({ refused }: History, code: string) => void refused.set(code, (refused.get(code) ?? 0) + 1)

/** A booking of somebody's, in one of these states. */
async function oneIn(
	{ db }: History,
	random: Random,
	states: readonly string[],
): Promise<{ id: string; bookerId: string; facilityId: string } | null> {
	const rows = await db.execute<{ id: string; bookerId: string; facilityId: string }>(sql`
		select id, booker_id as "bookerId", facility_id as "facilityId" from booking
		where state = any(${`{${states.join(',')}}`}::text[]) and booker_id is not null order by id`)
	return rows.length === 0 ? null : random.pick(rows)
}

const actions: Readonly<Record<string, { weight: number; run: Action }>> = {
	book: {
		weight: 30,
		run: async (history, random) => {
			const { visitorId, prisonerId, facilityId } = someone(history, random)
			const place = { sessionId: session(history, facilityId, random) }
			note(history, 'book', await bookVisit(visitor(history, visitorId), { prisonerId, partyIds: [visitorId], place }))
		},
	},
	hold: {
		weight: 16,
		run: async (history, random) => {
			const { visitorId, prisonerId, facilityId } = someone(history, random)
			const place = { sessionId: session(history, facilityId, random) }
			note(history, 'hold', await holdPlace(visitor(history, visitorId), { prisonerId, partyIds: [visitorId], place }))
		},
	},
	stay: {
		weight: 4,
		run: async (history, random) => {
			const { visitorId, prisonerId, facilityId } = someone(history, random)
			const roomId = history.fixture.facilities.find(({ id }) => id === facilityId)?.roomId ?? ''
			const start = noon(random.whole(3, 9), random.whole(10, 14))
			const place = { roomId, start, end: new Date(start.getTime() + 7_200_000) }
			note(history, 'book', await bookVisit(visitor(history, visitorId), { prisonerId, partyIds: [visitorId], place }))
		},
	},
	confirm: {
		weight: 14,
		run: async (history, random) => {
			const held = await oneIn(history, random, ['held', 'expired'])
			if (held) note(history, 'confirm', await confirmHold(visitor(history, held.bookerId), { hold: { id: held.id } }))
		},
	},
	move: {
		weight: 12,
		run: async (history, random) => {
			const found = await oneIn(history, random, ['confirmed'])
			if (!found) return
			const place = { sessionId: session(history, found.facilityId, random) }
			note(
				history,
				'move',
				await rescheduleBooking(visitor(history, found.bookerId), { booking: { id: found.id }, place }),
			)
		},
	},
	cancel: {
		weight: 12,
		run: async (history, random) => {
			const found = await oneIn(history, random, ['held', 'confirmed'])
			if (!found) return
			const byPrison = random.chance(0.3)
			await cancelBooking(byPrison ? officer(history, random) : visitor(history, found.bookerId), {
				booking: { id: found.id },
				...(byPrison ? { onBehalfOf: 'prison' as const, reason: 'staffing' } : {}),
			})
			history.done.push({ action: 'cancel', bookingId: found.id })
		},
	},
	entry: {
		weight: 8,
		run: async (history, random) => {
			const { visitorId, prisonerId } = someone(history, random)
			await addEntry(visitor(history, visitorId), { prisonerId, partyIds: [visitorId], from: day(3), to: day(9) })
		},
	},
	accept: {
		weight: 10,
		run: async (history, random) => {
			const rows = await history.db.execute<{ id: string; createdBy: string }>(sql`
				select w.id, w.created_by as "createdBy" from waiting_list_entry w join waiting_list_offer o on o.waiting_list_entry_id = w.id where o.state = 'open' order by w.id`)
			if (rows.length === 0) return
			const { id, createdBy } = random.pick(rows)
			note(history, 'accept', await acceptOffer(visitor(history, createdBy), { entry: { id } }))
		},
	},
	close: {
		weight: 2,
		run: async (history, random) => {
			const ctx = officer(history, random)
			const facilityId = ctx.actor.kind === 'officer' ? ctx.actor.facilityId : ''
			const what = random.chance(0.5)
				? { date: day(random.whole(3, 9)) }
				: { session: { id: session(history, facilityId, random) } }
			const { closure } = await addClosure(ctx, { facilityId, reason: 'staffing', ...what })
			history.orders.push({ kind: 'closure', id: closure.id })
		},
	},
	ban: {
		weight: 2,
		run: async (history, random) => {
			const { visitorId, facilityId } = someone(history, random)
			const { ban } = await banVisitor(officer(history, random), {
				visitor: { id: visitorId },
				facilityId,
				to: noon(30),
				reason: 'smuggling',
			})
			history.orders.push({ kind: 'ban', id: ban.id })
		},
	},
	lift: {
		weight: 6,
		run: async (history, random) => {
			if (history.orders.length === 0) return
			const { kind, id } = random.pick(history.orders)
			await liftOrder(officer(history, random), { kind, order: { id } })
		},
	},
	apart: {
		weight: 1,
		run: async (history, random) => {
			const [one, other] = [someone(history, random), someone(history, random)]
			if (one.prisonerId === other.prisonerId || one.facilityId !== other.facilityId) return
			await addNonAssociation(officer(history, random), {
				prisoners: [{ id: one.prisonerId }, { id: other.prisonerId }],
			})
		},
	},
	transfer: {
		weight: 3,
		run: async (history, random) => {
			const { prisonerId } = someone(history, random)
			const to = random.pick(history.fixture.facilities).id
			await transferPrisoner(officer(history, random), { prisoner: { id: prisonerId }, to, unit: 'A' })
		},
	},
	tick: {
		weight: 5,
		run: async (history, random) => {
			history.now = new Date(history.now.getTime() + random.whole(1, 4) * 60_000)
			await runDue(history.db, history.now)
		},
	},
}

const drawn = Object.entries(actions).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name))

/** Does one use case, drawn by weight. What a person may meet is counted; anything else is thrown. */
export async function doOne(history: History, random: Random): Promise<void> {
	const name = random.pick(drawn)
	try {
		await actions[name]?.run(history, random)
	} catch (error) {
		if (!(error instanceof ServiceError) || error.code === 'busy') throw error
		count(history, error.code)
	}
}
