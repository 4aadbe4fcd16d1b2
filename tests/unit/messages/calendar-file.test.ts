import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { calendarFile } from '#app/services/bookings/calendar-file.server.ts'
import { calendarWords } from '#emails/calendar-words.ts'

const origin = 'https://samvaer.example'
const now = new Date('2026-11-20T09:00:00Z')
const base = {
	ref: 'K7QM4TXWP2R9',
	version: 0,
	startsAt: new Date('2026-11-26T11:00:00Z'),
	endsAt: new Date('2026-11-26T12:00:00Z'),
	cancelled: false,
}

function file(booking: Partial<typeof base> = {}) {
	return calendarFile({ ...base, ...booking }, calendarWords('nb', base.ref, origin), now)
}

/** Another library's reading of the file. */
function read(content: string) {
	const calendar = new ICAL.Component(ICAL.parse(content))
	// The zone as the file tells it. Reading it out costs time, and it is the same each time.
	for (const zone of calendar.getAllSubcomponents('vtimezone')) {
		if (!ICAL.TimezoneService.has(String(zone.getFirstPropertyValue('tzid')))) ICAL.TimezoneService.register(zone)
	}
	const [component, ...others] = calendar.getAllSubcomponents('vevent')
	if (!component) throw new Error('no event')
	expect(others).toEqual([])
	const event = new ICAL.Event(component)
	return { method: calendar.getFirstPropertyValue('method'), component, event }
}

const instants = (event: ICAL.Event) => [event.startDate.toJSDate(), event.endDate.toJSDate()]

describe('a calendar file', () => {
	it('is read by another library as the same hour in Oslo', () => {
		const { method, event, component } = read(file().content)
		expect(method).toBe('PUBLISH')
		expect(instants(event)).toEqual([base.startsAt, base.endsAt])
		expect(event.startDate.toString()).toBe('2026-11-26T12:00:00')
		expect(component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Oslo')
		expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
		expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T09:00:00Z')
	})

	it('keeps its UID from version to version, and counts up', () => {
		const first = read(file().content)
		const moved = read(
			file({ version: 3, startsAt: new Date('2026-11-27T11:00:00Z'), endsAt: new Date('2026-11-27T12:00:00Z') })
				.content,
		)
		expect(moved.event.uid).toBe(first.event.uid)
		expect([first.event.sequence, moved.event.sequence]).toEqual([0, 3])
	})

	it('takes the entry away when the booking is cancelled', () => {
		const cancelled = file({ cancelled: true, version: 4 })
		const { method, component, event } = read(cancelled.content)
		expect(cancelled.contentType).toBe('text/calendar; charset=utf-8; method=CANCEL')
		expect(method).toBe('CANCEL')
		expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
		expect(event.sequence).toBe(4)
		expect(event.uid).toBe(read(file().content).event.uid)
	})

	it.each(locales)('says neither what it is nor where, in %s', (locale) => {
		const { content } = calendarFile(base, calendarWords(locale, base.ref, origin), now)
		const { event, component } = read(content)
		expect(['Avtale', 'Appointment']).toContain(event.summary)
		expect(event.location).toBeNull()
		expect(component.getFirstPropertyValue('url')).toBe(`${origin}/visits/${base.ref}`)
		expect(`${event.summary} ${event.description}`).not.toMatch(/besøk|visit|fengsel|prison/i)
	})

	it('cannot be given further lines by what is put into it', () => {
		const words = { title: 'Avtale\r\nATTENDEE:x', note: 'a\nEND:VEVENT\r\nBEGIN:VALARM; b', url: `${origin}/visits/x` }
		const { event, component } = read(calendarFile(base, words, now).content)
		expect(component.getAllProperties('attendee')).toEqual([])
		expect(component.getAllSubcomponents()).toEqual([])
		expect(event.summary).toContain('ATTENDEE:x')
	})
})

describe('the clock change', () => {
	it.each([
		['the night in spring', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
		['a stay over the night in spring', '2027-03-27T11:00:00Z', '2027-03-28T11:00:00Z'],
		['a stay over the night in autumn', '2026-10-24T10:00:00Z', '2026-10-25T11:00:00Z'],
		['the hour that comes twice, first time', '2026-10-25T00:10:00Z', '2026-10-25T00:50:00Z'],
		['the hour that comes twice, second time', '2026-10-25T01:10:00Z', '2026-10-25T01:50:00Z'],
		['out of the doubled hour', '2026-10-25T01:30:00Z', '2026-10-25T03:00:00Z'],
	])('keeps the instants: %s', (_, startsAt, endsAt) => {
		const booking = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
		expect(instants(read(file(booking).content).event)).toEqual([booking.startsAt, booking.endsAt])
	})

	it('keeps every quarter of an hour for twenty years', () => {
		const quarter = 15 * 60_000
		const first = Date.UTC(2024, 0, 1)
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20 * 366 * 96 }), fc.integer({ min: 1, max: 3 * 96 }), (start, length) => {
				const startsAt = new Date(first + start * quarter)
				const endsAt = new Date(startsAt.getTime() + length * quarter)
				expect(instants(read(file({ startsAt, endsAt }).content).event)).toEqual([startsAt, endsAt])
			}),
			{ numRuns: 100 },
		)
	}, 60_000)
})
