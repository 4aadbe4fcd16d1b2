import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { selectMessagesOf } from '#db/queries/messages/queue.ts'
import { audit, booking } from '#db/schema/index.ts'
import { makeBooking, makeReader, secretNames } from './fixture.ts'
import { after, idOf, noon, openPostOffice, origin, start } from './post-office.ts'

const office = openPostOffice()

describe('what arrives', () => {
	it.each(locales)('is in the reader’s language, as HTML, as text and as a calendar file: %s', async (language) => {
		const { booked, messageId } = await office.confirmed({ language, givenName: 'Kari' })
		expect(await office.send(noon)).toBe(1)
		const [mail, ...others] = office.sink.received
		expect(others).toEqual([])
		expect(mail?.subject).toMatch({ nb: /bekreftet$/, nn: /stadfesta$/, en: /is confirmed$/ }[language])
		expect(mail?.headers.get('content-language')).toBe(language)
		expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
		expect(idOf(mail)).toBe(messageId)
		for (const part of [mail?.text, mail?.html]) {
			expect(part).toContain('Kari')
			expect(part).toContain(`${origin}/visits/${booked.ref}`)
			expect(part).toMatch(/26\.? november/i)
		}
		const [file] = mail?.attachments ?? []
		expect(file?.contentType).toBe('text/calendar')
		const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? ''))
		for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
		const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
		expect(event.startDate.toJSDate()).toEqual(start)
		expect((await office.stored(messageId)).sentAt).toEqual(noon)
	})

	it('holds no name of a prison, a prisoner or another visitor, in any part', async () => {
		const { booked } = await office.confirmed({ givenName: 'Kari' })
		const other = await makeReader(office.db, { givenName: 'Nils' })
		await office.queue('booking-reminder', other, { bookingId: booked.id })
		const child = await makeBooking(office.db, office.house, [other])
		await office.queue('booking-changed', other, { bookingId: child.id })
		await office.send(noon)
		expect(office.sink.received.length).toBe(2)
		for (const mail of office.sink.received) {
			const parts = [
				mail.subject,
				mail.text,
				mail.html || '',
				...mail.attachments.map((file) => file.content.toString('utf8')),
			].join('\n')
			for (const name of secretNames) expect(parts).not.toContain(name)
			expect(parts).not.toMatch(mail.text?.includes('Kari') ? /Nils/ : /Kari/)
			expect([...mail.headerLines.map(({ line }) => line)].join('\n')).not.toMatch(/Kari|Nils|Halden|Nyquist/)
		}
	})

	it('takes an entry out of the calendar again when the prison cancels, with proof and rank', async () => {
		const visitorId = await makeReader(office.db)
		const booked = await makeBooking(office.db, office.house, [visitorId], { version: 1 })
		await office.db
			.update(booking)
			.set({ state: 'cancelled', cancelledBy: 'prison', endedAt: noon, version: 2 })
			.where(eq(booking.id, booked.id))
		await office.queue('booking-cancelled', visitorId, { bookingId: booked.id })
		await office.send(after(30))
		const [mail] = office.sink.received
		expect(mail?.text).toContain(`referanse ${booked.ref} var bestilt torsdag 12. november 2026 kl. 12.00`)
		expect(mail?.text).toContain('avlyst fredag 20. november 2026 kl. 12.00 av oss')
		expect(mail?.text).toContain('Fram til søndag 22. november kl. 12.00 står du først på ventelisten')
		const file = mail?.attachments[0]?.content.toString('utf8')
		expect(file).toContain('METHOD:CANCEL')
		expect(file).toContain('SEQUENCE:2')
	})
})

describe('asked again when it goes out', () => {
	it('a confirmation of what was cancelled since is dropped with a trace, and the cancellation goes out', async () => {
		const { visitorId, booked, messageId } = await office.confirmed()
		await office.db
			.update(booking)
			.set({ state: 'cancelled', cancelledBy: 'visitor', endedAt: after(1) })
			.where(eq(booking.id, booked.id))
		await office.queue('booking-cancelled', visitorId, { bookingId: booked.id }, after(1))
		await office.send(after(1))
		expect(office.sink.received.map((mail) => mail.subject)).toEqual([
			'Avtalen din torsdag 26. november kl. 12.00 er avlyst',
		])
		expect(await office.stored(messageId)).toMatchObject({ sentAt: null, undelivered: 'superseded' })
		const [trace] = await office.db.select().from(audit).where(eq(audit.subjectId, messageId))
		expect(trace).toMatchObject({
			action: 'message.not-mailed',
			actorKind: 'system',
			detail: { kind: 'booking-confirmed', why: 'superseded' },
		})
		const own = await selectMessagesOf(office.db, visitorId, { now: after(1), limit: 10 })
		expect(own.map(({ kind, bookingRef }) => [kind, bookingRef])).toEqual([['booking-cancelled', booked.ref]])
	})

	it('who has no part in a booking is told nothing of it', async () => {
		const { booked } = await office.confirmed()
		const stranger = await makeReader(office.db, { email: 'stranger@post.example' })
		const messageId = await office.queue('booking-confirmed', stranger, { bookingId: booked.id })
		await office.send(noon)
		expect(office.sink.named).not.toContain('stranger@post.example')
		expect((await office.stored(messageId)).undelivered).toBe('not-theirs')
	})

	it('who has no address reads it in the portal', async () => {
		const { visitorId, messageId } = await office.confirmed({ email: null })
		await office.send(noon)
		expect(office.sink.named).toEqual([])
		expect((await office.stored(messageId)).undelivered).toBe('no-address')
		const [own] = await selectMessagesOf(office.db, visitorId, { now: noon, limit: 10 })
		expect(own).toMatchObject({ id: messageId, kind: 'booking-confirmed', sentAt: null, bookingStartsAt: start })
	})

	it('a booking that was moved since is told with its new time', async () => {
		const { booked } = await office.confirmed()
		await office.db
			.update(booking)
			.set({ startsAt: after(60, start), endsAt: after(120, start), blockedUntil: after(120, start) })
			.where(eq(booking.id, booked.id))
		await office.send(noon)
		expect(office.sink.received[0]?.subject).toContain('kl. 13.00')
	})
})
