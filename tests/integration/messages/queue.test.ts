import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { queueMessages, selectMessagesOf } from '#db/queries/messages/queue.ts'
import { makeBooking, makeReader } from './fixture.ts'
import { after, noon, openPostOffice } from './post-office.ts'

const office = openPostOffice()

describe('a message and its use case', () => {
	it('are written together or not at all', async () => {
		const { visitorId, booked } = await office.confirmed()
		const run = office.db.transaction(async (tx) => {
			await queueMessages(tx, [
				{ kind: 'booking-reminder', toVisitorId: visitorId, bookingId: booked.id, queuedAt: noon },
			])
			throw new Error('undone')
		})
		await expect(run).rejects.toThrow('undone')
		expect((await selectMessagesOf(office.db, visitorId, { now: noon, limit: 10 })).map(({ kind }) => kind)).toEqual([
			'booking-confirmed',
		])
	})

	it('a message waits for its hour, by the clock it is asked with, and goes out once however the clock jumps', async () => {
		const { visitorId, booked } = await office.confirmed()
		await office.send(noon)
		const dueAt = after(24 * 60)
		await queueMessages(office.db, [
			{ kind: 'booking-reminder', toVisitorId: visitorId, bookingId: booked.id, queuedAt: noon, dueAt },
		])
		expect(await office.send(after(-1, dueAt))).toBe(0)
		expect(await office.send(after(60, dueAt))).toBe(1)
		expect(await office.send(after(-60, dueAt))).toBe(0)
		expect(await office.send(after(120, dueAt))).toBe(0)
		expect(office.sink.received.length).toBe(2)
	})
})

describe('a visitor’s own list', () => {
	it('is theirs alone, newest first, page by page, and holds nothing from the future', async () => {
		const [mine, other] = [await makeReader(office.db), await makeReader(office.db)]
		const booked = await makeBooking(office.db, office.house, [mine])
		for (const minute of [1, 2, 3])
			await queueMessages(office.db, [
				{ kind: 'booking-changed', toVisitorId: mine, bookingId: booked.id, queuedAt: after(minute) },
			])
		await queueMessages(office.db, [
			{ kind: 'booking-changed', toVisitorId: other, bookingId: booked.id, queuedAt: noon },
			{ kind: 'booking-reminder', toVisitorId: mine, bookingId: booked.id, queuedAt: noon, dueAt: after(60) },
		])
		const first = await selectMessagesOf(office.db, mine, { now: after(5), limit: 2 })
		expect(first.map(({ queuedAt }) => queuedAt)).toEqual([after(3), after(2)])
		const next = await selectMessagesOf(office.db, mine, { now: after(5), limit: 2, before: after(2) })
		expect(next.map(({ queuedAt }) => queuedAt)).toEqual([after(1)])
		expect(await selectMessagesOf(office.db, randomUUID(), { now: after(5), limit: 2 })).toEqual([])
	})
})
