import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mailReach } from '#app/domain/messages/delivery.ts'
import type { Mailer } from '#app/integrations/mail.server.ts'
import { leaseDueMessages, selectMessagesOf } from '#db/queries/messages/queue.ts'
import { selectVisitor } from '#db/queries/visitors.ts'
import { message } from '#db/schema/index.ts'
import { makeBooking, makeHouse, makeReader } from '#tests/integration/messages/fixture.ts'
import { startMailSink } from '#tests/integration/messages/mail-sink.ts'
import { after, idOf, noon, openPostOffice, start } from '#tests/integration/messages/post-office.ts'

const office = openPostOffice()

/** Whether mail reaches a reader, as the pages say it. */
async function reachOf(visitorId: string) {
	const contact = await selectVisitor(office.db, visitorId)
	return contact && mailReach(contact)
}

describe('when sending fails', () => {
	it('a server that is not there is nobody’s fault: nothing is counted, and all goes out when it is back', async () => {
		const { messageId } = await office.confirmed()
		const port = Number(new URL(office.sink.url).port)
		await office.sink.close()
		for (const minute of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
			await expect(office.send(after(minute))).rejects.toThrow('ESOCKET')
		expect(await office.stored(messageId)).toMatchObject({ attempts: 0, sentAt: null, deadAt: null, leasedUntil: null })
		office.sink = await startMailSink(port)
		await office.send(after(10))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
	})

	it('nor is one that turns everyone away at the door', async () => {
		const { messageId } = await office.confirmed()
		office.sink.conduct = () => 'turn-away'
		await expect(office.send(noon)).rejects.toThrow('421')
		expect(await office.stored(messageId)).toMatchObject({ attempts: 0, deadAt: null })
	})

	it('a mail refused for now (4xx) is tried again a minute later', async () => {
		const { messageId, visitorId } = await office.confirmed()
		office.sink.conduct = () => 'defer'
		await office.send(noon)
		expect(await office.stored(messageId)).toMatchObject({
			attempts: 1,
			errorHandler: 'EENVELOPE 451 RCPT TO',
			dueAt: after(1),
			leasedUntil: null,
		})
		office.sink.conduct = () => 'accept'
		expect(await office.send(after(0.99))).toBe(0)
		await office.send(after(1))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
		expect(await office.stored(messageId)).toMatchObject({ attempts: 2, sentAt: after(1), errorHandler: null })
		expect(await reachOf(visitorId)).toBe('yes')
	})

	it('one whose address is refused for good (5xx) ends at once, and the person is shown so', async () => {
		const { messageId, visitorId } = await office.confirmed({ email: 'kari.hansen@post.example' })
		office.sink.conduct = () => 'refuse'
		await office.send(noon)
		expect(await office.stored(messageId)).toMatchObject({
			attempts: 1,
			sentAt: null,
			deadAt: noon,
			undelivered: 'refused',
		})
		expect(await reachOf(visitorId)).toBe('failing')
		expect(office.logged.join()).not.toMatch(/kari\.hansen/)
		office.sink.conduct = () => 'accept'
		expect(await office.send(after(10_000))).toBe(0)
		// The address takes mail again.
		await office.queue('booking-confirmed', visitorId, { bookingId: (await office.stored(messageId)).bookingId ?? '' })
		await office.send(after(1))
		expect(office.sink.received).toHaveLength(1)
		expect(await reachOf(visitorId)).toBe('yes')
	})

	it('one that is refused for good after the whole mail (5xx) ends at once too, and says nothing of the address', async () => {
		const { messageId, visitorId } = await office.confirmed()
		office.sink.conduct = () => 'refuse-content'
		await office.send(noon)
		expect(await office.stored(messageId)).toMatchObject({ deadAt: noon, undelivered: 'refused' })
		expect(await reachOf(visitorId)).toBe('yes')
	})

	it.each(['hang', 'hang-late'] as const)('so is one that the server never answers: %s', async (conduct) => {
		const { messageId } = await office.confirmed()
		office.sink.conduct = () => conduct
		const impatient = office.mailerTo(office.sink.url, 500)
		await office.send(noon, impatient)
		impatient.close()
		expect(await office.stored(messageId)).toMatchObject({
			attempts: 1,
			errorHandler: 'ETIMEDOUT CONN SOCKET_TIMEOUT',
			dueAt: after(1),
		})
		office.sink.conduct = () => 'accept'
		await office.send(after(1))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
	})

	it('a full box is tried for three days and then given up, with an error in the log that names nobody', async () => {
		const { messageId, visitorId } = await office.confirmed({ email: 'nils.hansen@post.example' })
		office.sink.conduct = () => 'defer'
		let tries = 0
		for (let next = noon; tries < 40; tries++) {
			await office.send(next)
			const { deadAt, dueAt } = await office.stored(messageId)
			if (deadAt) break
			expect(office.logged.some((line) => line.includes('"level":50'))).toBe(false)
			next = dueAt
		}
		expect(await office.stored(messageId)).toMatchObject({ deadAt: after(3 * 24 * 60), undelivered: 'gave-up' })
		expect(office.logged.filter((line) => line.includes('"level":50') && line.includes(messageId)).length).toBe(1)
		expect(office.logged.join()).not.toMatch(/nils\.hansen/)
		expect(await reachOf(visitorId)).toBe('failing')
		expect((await selectMessagesOf(office.db, visitorId, { now: after(5_000), limit: 10 })).length).toBe(1)
	})

	it('a server that is not there for three days counts as not delivered then, and is no fault of the address', async () => {
		const { messageId, visitorId } = await office.confirmed()
		await office.sink.close()
		await expect(office.send(after(3 * 24 * 60 - 1))).rejects.toThrow('ESOCKET')
		expect(await office.stored(messageId)).toMatchObject({ attempts: 0, deadAt: null })
		await expect(office.send(after(3 * 24 * 60))).rejects.toThrow('ESOCKET')
		expect(await office.stored(messageId)).toMatchObject({ undelivered: 'gave-up' })
		expect(await reachOf(visitorId)).toBe('yes')
		office.sink = await startMailSink()
	})

	it('a connection that breaks after the mail was taken in makes one duplicate at most, with the same Message-ID', async () => {
		const { messageId } = await office.confirmed()
		let first = true
		office.sink.conduct = (to) => {
			if (to === '' || !first) return 'accept'
			return 'drop'
		}
		await office.send(noon)
		expect(office.sink.received.map(idOf)).toEqual([messageId])
		expect(await office.stored(messageId)).toMatchObject({ attempts: 1, sentAt: null })
		first = false
		for (const minute of [1, 2, 3, 100]) await office.send(after(minute))
		expect(office.sink.received.map(idOf)).toEqual([messageId, messageId])
	})

	it('one that cannot be made stands in no other’s way', async () => {
		// Of a prison whose policy cannot be read.
		const reader = await makeReader(office.db)
		const visit = await makeBooking(office.db, await makeHouse(office.db, start, { visitsPerWeek: 'many' }), [reader])
		const poison = await office.queue('booking-confirmed', reader, { bookingId: visit.id }, after(-10))
		const forged = await office.confirmed({ email: 'a,b@post.example' })
		const sound = await Promise.all(Array.from({ length: 7 }, () => office.confirmed()))
		await office.send(noon)
		expect(new Set(office.sink.received.map(idOf))).toEqual(new Set(sound.map(({ messageId }) => messageId)))
		expect(office.sink.named.filter((to) => !/^[a-z0-9]{12}@post\.example$/.test(to))).toEqual([])
		expect(await office.stored(poison)).toMatchObject({ attempts: 1, sentAt: null, dueAt: after(1) })
		expect(await office.stored(forged.messageId)).toMatchObject({ sentAt: null, undelivered: 'refused' })
	})
})

describe('several workers', () => {
	it('are given each their own, without waiting for one another', async () => {
		const sent = await Promise.all(Array.from({ length: 8 }, () => office.confirmed()))
		const [first, then] = await office.db.transaction(async (tx) => [
			await leaseDueMessages(tx, noon, 5, 120),
			await leaseDueMessages(office.db, noon, 5, 120),
		])
		const ids = [...(first ?? []), ...(then ?? [])].map(({ id }) => id)
		expect(ids.sort()).toEqual(sent.map(({ messageId }) => messageId).sort())
		expect(await leaseDueMessages(office.db, noon, 5, 120)).toEqual([])
	})

	it('send each message once', async () => {
		const sent = await Promise.all(Array.from({ length: 40 }, () => office.confirmed()))
		const workers = [office.mailer, ...[1, 2, 3].map(() => office.mailerTo(office.sink.url))]
		const done = await Promise.all(workers.map((worker) => office.send(noon, worker)))
		for (const worker of workers.slice(1)) worker.close()
		expect(done.reduce((sum, some) => sum + some, 0)).toBe(40)
		expect(office.sink.received.map(idOf).sort()).toEqual(sent.map(({ messageId }) => messageId).sort())
	})

	it('take over what a dead one had, when its lease has run out and not before', async () => {
		const { messageId } = await office.confirmed()
		const never: Mailer = { send: () => new Promise(() => {}), close: () => {} }
		void office.send(noon, never)
		await expect.poll(async () => (await office.stored(messageId)).leasedUntil).toEqual(after(2))
		expect(await office.send(after(1.99))).toBe(0)
		await office.send(after(2))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
		expect((await office.stored(messageId)).attempts).toBe(2)
	})

	it('leave alone what another has taken over meanwhile', async () => {
		const { messageId } = await office.confirmed()
		let fail = (_: Error) => {}
		const slow: Mailer = { send: () => new Promise((_, reject) => (fail = reject)), close: () => {} }
		const late = office.send(noon, slow)
		await expect.poll(async () => (await office.stored(messageId)).attempts).toBe(1)
		await office.send(after(2))
		fail(new Error('at last'))
		await late
		expect(await office.stored(messageId)).toMatchObject({ sentAt: after(2), errorHandler: null, deadAt: null })
	})

	it('give up what killed each of them in turn', async () => {
		const { messageId } = await office.confirmed()
		await office.db
			.update(message)
			.set({ attempts: 40, leasedUntil: after(-1) })
			.where(eq(message.id, messageId))
		await office.send(noon)
		expect(office.sink.received).toEqual([])
		expect(await office.stored(messageId)).toMatchObject({ deadAt: noon, undelivered: 'gave-up' })
		expect(office.logged.some((line) => line.includes('"level":50'))).toBe(true)
	})
})
