import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Mailer } from '#app/integrations/mail.server.ts'
import { changeContact } from '#app/services/identity/change-contact.server.ts'
import { selectVisitor } from '#db/queries/visitors.ts'
import { booking } from '#db/schema/index.ts'
import { makeBooking, makeReader } from './fixture.ts'
import { after, idOf, noon, openPostOffice, start } from './post-office.ts'

const office = openPostOffice()

/** The reader gives an address of theirs. */
async function giveAddress(visitorId: string, email: string, now = after(60)): Promise<void> {
	const actor = { kind: 'visitor', visitorId } as const
	const ctx = { db: office.db, now, actor, requestId: null }
	expect(await changeContact(ctx, { email, phone: undefined, language: 'nb' })).toEqual({ ok: true })
}

const address = () => `${randomUUID()}@post.example`
const refusing = () => {
	office.sink.conduct = (to) => (to === '' ? 'accept' : 'refuse')
}

describe('a new address', () => {
	it.each([
		['none', null],
		['one that refused it', 'old@post.example'],
	])('is sent the visit to come that was missed by %s, and the failure is forgotten', async (_, email) => {
		refusing()
		const { visitorId, messageId } = await office.confirmed({ email })
		await office.send(noon)
		expect(office.sink.received).toEqual([])
		office.sink.conduct = () => 'accept'
		const to = address()
		await giveAddress(visitorId, to)
		expect((await selectVisitor(office.db, visitorId))?.emailFailedAt).toBeNull()
		await office.send(after(60))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
		expect(office.sink.named.at(-1)).toBe(to)
		await office.send(after(600))
		expect(office.sink.received).toHaveLength(1)
	})

	it('is sent that somebody has left the party, which they missed', async () => {
		const visitorId = await makeReader(office.db, { email: null })
		const visit = await makeBooking(office.db, office.house, [await makeReader(office.db)])
		const messageId = await office.queue('booking-changed', visitorId, { bookingId: visit.id, detail: { left: 'yes' } })
		await office.send(noon)
		expect((await office.stored(messageId)).undelivered).toBe('no-address')
		await giveAddress(visitorId, address())
		await office.send(after(60))
		expect(office.sink.received.map(idOf)).toEqual([messageId])
	})

	it('is not sent what is over, what is no longer true, or a receipt', async () => {
		const visitorId = await makeReader(office.db, { email: null })
		const past = await makeBooking(office.db, office.house, [visitorId])
		await office.queue('booking-confirmed', visitorId, { bookingId: past.id })
		await office.send(noon)
		await giveAddress(visitorId, address(), after(60, start))
		await office.send(after(60, start))
		expect(office.sink.received).toEqual([])
	})

	it('is sent that the visit is cancelled, and not that it was confirmed', async () => {
		const visitorId = await makeReader(office.db, { email: null })
		const visit = await makeBooking(office.db, office.house, [visitorId])
		await office.queue('booking-confirmed', visitorId, { bookingId: visit.id })
		await office.send(noon)
		await office.db
			.update(booking)
			.set({ state: 'cancelled', cancelledBy: 'prison', endedAt: after(1) })
			.where(eq(booking.id, visit.id))
		const cancelled = await office.queue('booking-cancelled', visitorId, { bookingId: visit.id }, after(1))
		await office.send(after(1))
		await giveAddress(visitorId, address())
		await office.send(after(60))
		expect(office.sink.received.map(idOf)).toEqual([cancelled])
	})

	it('that is the old one once more is sent nothing', async () => {
		refusing()
		const { visitorId } = await office.confirmed({ email: 'same@post.example' })
		await office.send(noon)
		office.sink.conduct = () => 'accept'
		await giveAddress(visitorId, 'same@post.example')
		await office.send(after(60))
		expect(office.sink.received).toEqual([])
		expect((await selectVisitor(office.db, visitorId))?.emailFailedAt).toEqual(noon)
	})

	it('that comes while the mail is out to the old one is tried next, and is not blamed', async () => {
		const { visitorId, messageId } = await office.confirmed({ email: 'old@post.example' })
		const to = address()
		office.sink.conduct = (named) => (named === 'old@post.example' ? 'refuse' : 'accept')
		const changing: Pick<Mailer, 'send'> = {
			async send(mail) {
				if (mail.to !== to) await giveAddress(visitorId, to, noon)
				await office.mailer.send(mail)
			},
		}
		await office.send(noon, changing)
		expect(office.sink.named.at(-1)).toBe(to)
		expect((await office.stored(messageId)).sentAt).not.toBeNull()
		expect((await selectVisitor(office.db, visitorId))?.emailFailedAt).toBeNull()
	})
})
