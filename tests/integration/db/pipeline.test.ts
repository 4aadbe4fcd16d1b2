import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { constraintOf, sqlState } from '#app/services/transaction.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { insertBooking, type NewBooking } from '#db/queries/bookings/write.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { pipeline } from '#db/queries/pipeline.ts'
import { mapResult, rowsStatement } from '#db/queries/statement.ts'
import { booking } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { waitingForLocks } from '#tests/support/history/invariants.ts'
import { addBooking, addPrison, addSession, clock, noon, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 3 })

let unheard: unknown[] = []
const hear = (reason: unknown) => unheard.push(reason)
beforeEach(() => {
	unheard = []
	process.on('unhandledRejection', hear)
})
afterEach(() => {
	process.off('unhandledRejection', hear)
	expect(unheard).toEqual([])
})

async function errorOf(work: Promise<unknown>): Promise<unknown> {
	try {
		await work
	} catch (error) {
		return error
	}
	throw new Error('Nothing was refused')
}

/** A booking there is, and the row of a new one like it at another time. */
async function twoOf(prison: Prison): Promise<{ id: string; next: NewBooking }> {
	const { facilityId, prisonerId, visitorId } = prison
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
	const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId, idempotencyKey: randomUUID() })
	const there = await selectBooking(seed, { id })
	if (!there) throw new Error('no booking')
	const other = await addSession(seed, { facilityId, startsAt: noon(5) })
	const [startsAt, endsAt] = [noon(5), noon(5, 13)]
	const { visitorIds: _, ...row } = there
	return {
		id,
		next: {
			...row,
			id: randomUUID(),
			ref: randomUUID(),
			code: randomUUID(),
			idempotencyKey: randomUUID(),
			sessionId: other,
			startsAt,
			endsAt,
			blockedUntil: endsAt,
		},
	}
}

/** A write with all that follows it, as a use case sends them. */
function run(next: NewBooking, visitorId: string): Promise<unknown> {
	return db.transaction((tx) =>
		pipeline([
			insertBooking(tx, next, [visitorId]),
			insertAudit(tx, [entry(next.id)]),
			queueMessages(tx, [{ kind: 'booking-confirmed', toVisitorId: visitorId, bookingId: next.id, queuedAt: clock }]),
			selectBooking(tx, { id: next.id }),
		]),
	)
}

function entry(subjectId: string) {
	const who = { actorKind: 'system', actorId: null, facilityId: null, requestId: null } as const
	return { ...who, at: clock, action: 'booking.confirm', subjectKind: 'booking', subjectId } as const
}

async function rowsOf(id: string): Promise<number> {
	const [row] = await seed.execute<{ rows: number }>(sql`select (
		(select count(*) from booking where id = ${id}) + (select count(*) from booking_visitor where booking_id = ${id})
		+ (select count(*) from audit where subject_id = ${id}) + (select count(*) from message where booking_id = ${id}))::int as rows`)
	return row?.rows ?? -1
}

describe('what goes out together', () => {
	it('is written whole, and a later statement sees what an earlier one wrote', async () => {
		const prison = await addPrison(seed)
		const { next } = await twoOf(prison)
		const seen = await db.transaction((tx) =>
			pipeline([insertBooking(tx, next, [prison.visitorId]), selectBooking(tx, { id: next.id })]),
		)
		expect(seen[1]).toEqual(seen[0])
		expect(await rowsOf(next.id)).toBe(2)
	})

	it('reads after it has waited for a lock what was written meanwhile', async () => {
		const { prisonerId } = await addPrison(seed)
		const custodyOf = rowsStatement<{ id: string }, { custody: string }>(
			'custody_of',
			(value) => sql`select custody from prisoner where id = ${value('id')}`,
		)
		let reading: Promise<unknown> = Promise.resolve()
		await seed.transaction(async (tx) => {
			await tx.execute(sql`update prisoner set custody = 'out' where id = ${prisonerId}`)
			reading = db.transaction((reader) =>
				pipeline([
					lockPrisoners(reader, [prisonerId]),
					mapResult(custodyOf(reader, { id: prisonerId }), ([row]) => row?.custody),
				]),
			)
			await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(1), 10_000)
		})
		expect(await reading).toEqual([new Set([prisonerId]), 'out'])
	})

	it('fails as its first failure does: a time that is taken', async () => {
		const prison = await addPrison(seed)
		const { id, next } = await twoOf(prison)
		const [there] = await seed.select().from(booking).where(sql`${booking.id} = ${id}`)
		const taken = { startsAt: there?.startsAt ?? clock, endsAt: there?.endsAt ?? clock }
		const error = await errorOf(run({ ...next, ...taken, blockedUntil: taken.endsAt }, prison.visitorId))
		expect([sqlState(error), constraintOf(error)]).toEqual(['23P01', 'booking_prisoner_once_at_a_time'])
		expect(await rowsOf(next.id)).toBe(0)
	})

	it('fails as its first failure does: a form that was sent before', async () => {
		const prison = await addPrison(seed)
		const { id, next } = await twoOf(prison)
		const [there] = await seed.select().from(booking).where(sql`${booking.id} = ${id}`)
		const error = await errorOf(run({ ...next, idempotencyKey: there?.idempotencyKey ?? null }, prison.visitorId))
		expect([sqlState(error), constraintOf(error)]).toEqual(['23505', 'booking_idempotency_key_key'])
		expect(await rowsOf(next.id)).toBe(0)
	})

	it('fails as its first failure does: a lock that was not given', async () => {
		const { prisonerId, visitorId } = await addPrison(seed)
		const id = randomUUID()
		const error = await seed.transaction(async (tx) => {
			await lockPrisoners(tx, [prisonerId])
			return errorOf(
				db.transaction(async (waiting) => {
					await waiting.execute(sql`set local lock_timeout = '50ms'`)
					return pipeline([
						lockPrisoners(waiting, [prisonerId]),
						lockVisitors(waiting, [visitorId]),
						insertAudit(waiting, [entry(id)]),
					])
				}),
			)
		})
		expect(sqlState(error)).toBe('55P03')
		expect(await rowsOf(id)).toBe(0)
	})
})
