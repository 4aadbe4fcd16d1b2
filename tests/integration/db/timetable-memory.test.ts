import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { connect, type DbOrTx, disconnect } from '#db/client.server.ts'
import { selectTimetable } from '#db/queries/bookings/places.ts'
import { visitSession } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, clock, noon } from '#tests/support/rows.ts'

// A timetable is kept in memory. Whatever happens to it, what is read is what the database holds.

const { database, db, owner: seed } = await openDatabase()
const other = connect(database.appUrl, { max: 2 })
afterAll(() => disconnect(other))

async function prison() {
	const { facilityId, prisonerId, visitorId } = await addPrison(seed)
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1 })
	const replaced = { bookingId: null, holdOf: null }
	const read = async (from: DbOrTx = db) => {
		const ask = { facilityId, from: clock, until: noon(30), now: clock, replaced }
		return (await selectTimetable(from, ask)).sessions
	}
	// Once, so that it is remembered.
	expect(await read()).toHaveLength(1)
	return { facilityId, prisonerId, visitorId, sessionId, read }
}

const rewrite = (at: DbOrTx, id: string, change: Partial<typeof visitSession.$inferInsert>) =>
	at.update(visitSession).set(change).where(eq(visitSession.id, id))

describe('a timetable that is remembered', () => {
	it('shows a place as taken the moment it is', async () => {
		const { prisonerId, visitorId, sessionId, read } = await prison()
		await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
		expect((await read())[0]?.taken).toEqual({ groups: 1, people: 1 })
	})

	it('shows a session that was changed by another process, and one that was added', async () => {
		const { facilityId, sessionId, read } = await prison()
		await rewrite(other, sessionId, { groups: 7, setting: 'booth' })
		expect((await read())[0]).toMatchObject({ groups: 7, setting: 'booth' })
		await addSession(seed, { facilityId, startsAt: noon(4) })
		expect(await read()).toHaveLength(2)
	})

	it('shows a change that was begun before another and committed after it', async () => {
		const { facilityId, sessionId, read } = await prison()
		const later = await addSession(seed, { facilityId, startsAt: noon(5), groups: 1 })
		await other.transaction(async (tx) => {
			await rewrite(tx, sessionId, { groups: 8 })
			await rewrite(db, later, { groups: 9 })
			expect((await read()).map(({ groups }) => groups)).toEqual([1, 9])
		})
		expect((await read()).map(({ groups }) => groups)).toEqual([8, 9])
	})

	it('does not remember a change that was undone, also where another comes in its stead', async () => {
		const { facilityId, sessionId, read } = await prison()
		const second = await addSession(seed, { facilityId, startsAt: noon(4), groups: 1 })
		const third = await addSession(seed, { facilityId, startsAt: noon(5), groups: 1 })
		const groups = async (from?: DbOrTx) => (await read(from)).map((session) => session.groups)
		await other.transaction(async (slow) => {
			const undone = db.transaction(async (tx) => {
				await rewrite(tx, sessionId, { groups: 5 })
				await rewrite(slow, second, { groups: 6 })
				await rewrite(seed, third, { groups: 9 })
				expect(await groups(tx)).toEqual([5, 1, 9])
				tx.rollback()
			})
			await expect(undone).rejects.toThrow()
		})
		expect(await groups()).toEqual([1, 6, 9])
	})
})
