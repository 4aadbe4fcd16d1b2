import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextReminder } from '#app/domain/bookings/reminders.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { visitReminders } from '#app/jobs/visit-reminders.server.ts'
import { booking, message } from '#db/schema/index.ts'
import { type House, makeBooking, makeHouse, makeReader } from '#tests/integration/messages/fixture.ts'
import { openDatabase } from '#tests/support/database.ts'

const start = new Date('2026-11-26T11:00:00Z')
const week = new Date('2026-11-19T08:00:00Z')
const twoDays = new Date('2026-11-24T08:00:00Z')
const morning = new Date('2026-11-26T06:00:00Z')

const { db, owner } = await openDatabase({ max: 10 })
let house: House

beforeEach(async () => {
	await db.update(booking).set({ remindAt: null })
	house = await makeHouse(db, start)
})

/** A confirmed visit that is reminded of at `remindAt`. */
async function visit(remindAt: Date): Promise<string> {
	const { id } = await makeBooking(db, house, [await makeReader(db)])
	await db.update(booking).set({ remindAt }).where(eq(booking.id, id))
	return id
}

const remind = (now: Date) => runDue(db, now, { work: [visitReminders] })
const queued = async (id: string) => {
	const rows = await db.select().from(message).where(eq(message.bookingId, id))
	return rows.map(({ kind, dueAt }) => ({ kind, dueAt }))
}
/** How many wait for another's lock on a row. */
const waiting = async () =>
	(await db.execute(sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`))
		.length
const planned = async (id: string) => (await db.select().from(booking).where(eq(booking.id, id)))[0]?.remindAt

describe('a visit with a reminder that is due', () => {
	it('is reminded of once, and the next is planned', async () => {
		const id = await visit(week)
		expect(await visitReminders.nextDue?.(db, new Date('2026-11-01T00:00:00Z'))).toEqual(week)
		expect(await remind(new Date(week.getTime() - 1))).toEqual({ done: 0 })
		expect(await remind(week)).toEqual({ done: 1 })
		expect(await remind(week)).toEqual({ done: 0 })
		expect(await queued(id)).toEqual([{ kind: 'booking-reminder', dueAt: week }])
		expect(await planned(id)).toEqual(twoDays)
	})

	it('is not, when it is no longer to take place', async () => {
		const id = await visit(week)
		await db
			.update(booking)
			.set({ state: 'cancelled', cancelledBy: 'visitor', endedAt: week })
			.where(eq(booking.id, id))
		expect(await remind(week)).toEqual({ done: 0 })
		expect(await queued(id)).toEqual([])
	})

	it('is reminded of once where the worker missed two, and of none that lies a day back', async () => {
		const [late, tooLate] = [await visit(week), await visit(week)]
		await db.update(booking).set({ remindAt: null }).where(eq(booking.id, tooLate))
		expect(await remind(twoDays)).toEqual({ done: 1 })
		expect(await queued(late)).toEqual([{ kind: 'booking-reminder', dueAt: twoDays }])
		await db.update(booking).set({ remindAt: week }).where(eq(booking.id, tooLate))
		await remind(new Date('2026-11-25T09:00:00Z'))
		expect(await queued(tooLate)).toEqual([])
		expect(await planned(tooLate)).toEqual(morning)
	})
})

describe('several workers', () => {
	it('remind of each visit once', async () => {
		const ids = await Promise.all(Array.from({ length: 8 }, () => visit(week)))
		const done = await Promise.all([1, 2, 3, 4].map(() => remind(week)))
		expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(8)
		for (const id of ids) expect(await queued(id)).toHaveLength(1)
	})

	it('lose and double nothing when one dies between the two writes', async () => {
		const id = await visit(week)
		await owner.execute(sql`create function fail() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`)
		await owner.execute(sql`create trigger fail before insert on message for each row execute function fail()`)
		await expect(remind(week)).rejects.toThrow()
		expect(await planned(id)).toEqual(week)
		await owner.execute(sql`drop trigger fail on message`)
		await remind(week)
		expect(await queued(id)).toHaveLength(1)
	})

	it('remind of a visit that is moved at that moment by its new day alone', async () => {
		const id = await visit(week)
		const later = new Date(start.getTime() + 5 * 86_400_000)
		let move = () => {}
		const moving = new Promise<void>((resolve) => {
			move = resolve
		})
		let locked = () => {}
		const isLocked = new Promise<void>((resolve) => {
			locked = resolve
		})
		const moved = db.transaction(async (tx) => {
			const ends = new Date(later.getTime() + 3_600_000)
			const times = { startsAt: later, endsAt: ends, blockedUntil: ends }
			await tx
				.update(booking)
				.set({ ...times, remindAt: nextReminder(later, week) })
				.where(eq(booking.id, id))
			locked()
			await moving
		})
		await isLocked
		const reminded = remind(week)
		await expect.poll(waiting).toBe(1)
		move()
		await moved
		expect(await reminded).toEqual({ done: 0 })
		expect(await queued(id)).toEqual([])
		expect(await planned(id)).toEqual(twoDays)
	})
})
