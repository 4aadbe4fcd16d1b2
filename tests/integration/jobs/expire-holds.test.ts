import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { expireHolds } from '#app/jobs/expire-holds.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { audit, booking, bookingVisitor, visitSession } from '#db/schema/index.ts'
import { type House, makeBooking, makeHouse, makeReader, makeSession } from '#tests/integration/messages/fixture.ts'
import { openDatabase } from '#tests/support/database.ts'

const start = new Date('2026-11-26T11:00:00Z')
const now = new Date('2026-11-23T09:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

const { database, db } = await openDatabase({ max: 10 })
let house: House

beforeEach(async () => {
	house = await makeHouse(db, start)
})

async function hold(holdUntil: Date, at: House = house): Promise<string> {
	const visitorId = await makeReader(db)
	return (await makeBooking(db, at, [visitorId], { state: 'held', holdUntil })).id
}

async function another(): Promise<House> {
	const other = { ...house, sessionId: randomUUID() }
	await makeSession(db, other)
	return other
}

const stateOf = async (id: string) => (await db.select().from(booking).where(eq(booking.id, id)))[0]?.state
const taken = async (at: House = house) =>
	(await db.select().from(visitSession).where(eq(visitSession.id, at.sessionId)))[0]?.takenGroups

function gate() {
	let open = () => {}
	const passed = new Promise<void>((resolve) => {
		open = resolve
	})
	return { passed, open: () => open() }
}

describe('a hold that has run out', () => {
	it('is written down as expired, gives its place back and leaves a trace', async () => {
		const id = await hold(now)
		expect(await taken()).toBe(1)
		expect(await runDue(db, now, { work: [expireHolds] })).toEqual({ done: 1 })
		const [row] = await db.select().from(booking).where(eq(booking.id, id))
		expect(row).toMatchObject({ state: 'expired', endedAt: now })
		expect(await taken()).toBe(0)
		expect((await db.select().from(bookingVisitor).where(eq(bookingVisitor.bookingId, id)))[0]?.live).toBe(false)
		const [trace] = await db.select().from(audit).where(eq(audit.subjectId, id))
		expect(trace).toMatchObject({
			action: 'booking.expire',
			actorKind: 'system',
			at: now,
			facilityId: house.facilityId,
		})
	})

	it('is the only one touched: neither a younger hold nor a booking', async () => {
		const young = await hold(minutes(1))
		const visitorId = await makeReader(db)
		const booked = await makeBooking(db, house, [visitorId], { holdUntil: minutes(-60) })
		expect(await runDue(db, now, { work: [expireHolds] })).toEqual({ done: 0 })
		expect([await stateOf(young), await stateOf(booked.id)]).toEqual(['held', 'confirmed'])
		expect(await expireHolds.nextDue?.(db, now)).toEqual(minutes(1))
		await db.update(booking).set({ state: 'cancelled', cancelledBy: 'visitor' }).where(eq(booking.id, young))
		expect(await expireHolds.nextDue?.(db, now)).toBeNull()
	})

	it('is left to whoever has its session locked, and is done the next time', async () => {
		const other = await another()
		const [locked, free] = [await hold(now), await hold(now, other)]
		const [begun, done] = [gate(), gate()]
		const run = db.transaction(async (tx) => {
			await tx.select().from(visitSession).where(eq(visitSession.id, house.sessionId)).for('no key update')
			begun.open()
			await done.passed
		})
		await begun.passed
		expect(await runDue(db, now, { work: [expireHolds] })).toEqual({ done: 1 })
		expect([await stateOf(locked), await stateOf(free)]).toEqual(['held', 'expired'])
		done.open()
		await run
		expect(await runDue(db, now, { work: [expireHolds] })).toEqual({ done: 1 })
		expect(await stateOf(locked)).toBe('expired')
	})

	it('is expired once, however many workers find it, and every place comes back', async () => {
		const houses = [house, await another(), await another()]
		for (let i = 0; i < 120; i++) await hold(minutes(-i), houses[i % 3])
		const workers = Array.from({ length: 4 }, () => connect(database.appUrl, { max: 1 }))
		const rounds = await Promise.all(workers.map((worker) => runDue(worker, now, { work: [expireHolds] })))
		// What one found locked, another was doing; whatever is left after that is found by the next to ask.
		const rest = await runDue(db, now, { work: [expireHolds] })
		await Promise.all(workers.map((worker) => disconnect(worker)))
		expect([...rounds, rest].reduce((sum, { done }) => sum + done, 0)).toBe(120)
		for (const at of houses) expect(await taken(at)).toBe(0)
	})
})
