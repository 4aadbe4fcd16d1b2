import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import { zone } from '#app/domain/calendar/oslo.ts'

export interface CalendarFile {
	filename: string
	contentType: string
	content: string
}

/** Oslo's clock since 1996. A calendar that knows no zones by name reads it from here. */
const vtimezone = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

/**
 * A booking as an iCalendar file. A calendar is shown on shared screens and sent to strangers' servers: it names no person,
 * no place and no kind of visit. The same booking has the same UID always, and each version a higher SEQUENCE, so that a
 * change moves the entry and a cancellation takes it away.
 */
export function calendarFile(
	booking: { ref: string; version: number; startsAt: Date; endsAt: Date; cancelled: boolean },
	/** Neutral words in the reader's language, and the address of the booking's page. */
	words: { title: string; note: string; url: string },
	now: Date,
): CalendarFile {
	const { hostname } = new URL(words.url)
	const method = booking.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
	const [start, end] = [booking.startsAt, booking.endsAt].map((instant) => DateTime.fromJSDate(instant, { zone }))
	if (!start || !end) throw new RangeError('A calendar entry needs a start and an end')
	// An hour that comes twice in autumn has no name of its own in local time.
	const twice = [start, end].some((time) => time.getPossibleOffsets().length > 1)
	const calendar = ical({
		prodId: { company: 'Samvaer', product: 'Portal', language: 'NO' },
		method,
		// The event names the zone, not the calendar: that would leave its times without any, and its stamp in local time.
		timezone: { name: null, generator: () => vtimezone },
	})
	calendar.createEvent({
		id: `${booking.ref}@samvaer`,
		sequence: booking.version,
		stamp: DateTime.fromJSDate(now),
		start,
		end,
		timezone: twice ? null : zone,
		summary: words.title,
		description: words.note,
		url: words.url,
		organizer: { name: 'Samvær', email: `ikke-svar@${hostname}` },
		status: booking.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
	})
	return {
		filename: booking.cancelled ? 'avlyst.ics' : 'avtale.ics',
		contentType: `text/calendar; charset=utf-8; method=${method}`,
		content: calendar.toString(),
	}
}
