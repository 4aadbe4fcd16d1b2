import { refusalsAgainst } from '#app/domain/bookings/rules.ts'
import { publicHolidays } from '#app/domain/calendar/holidays.ts'
import {
	addDays,
	ageOn,
	datesTouched,
	instantOf,
	isoWeek,
	localDate,
	localTime,
	mondayOf,
} from '#app/domain/calendar/oslo.ts'
import { appealDeadline } from '#app/domain/decisions/appeal-deadline.ts'
import { codes, input, oslo, otherBooking, policy, roomPlace, sessionPlace, span, visit } from './builders.ts'

/** What the calendar answers, as plain data: it must not depend on the machine's zone or on the season it runs in. */
export function calendarCases() {
	const wallTimes = [
		'2026-11-26T12:00',
		'2026-07-01T12:00',
		'2027-03-28T01:59',
		'2027-03-28T02:30',
		'2027-03-28T03:00',
		'2026-10-25T01:59',
		'2026-10-25T02:30',
		'2026-10-25T03:00',
		'2026-10-25T24:00',
	]
	const instants = [
		'2027-03-28T00:59:59Z',
		'2027-03-28T01:00:00Z',
		'2026-10-25T00:30:00Z',
		'2026-10-25T01:30:00Z',
		'2026-12-31T23:00:00Z',
	]
	const springNight = span('2027-03-27T18:00', '2027-03-28T18:00')
	const autumnNight = span('2026-10-24T18:00', '2026-10-25T18:00')
	return {
		instants: wallTimes.map((wall) => instantOf(wall.slice(0, 10), wall.slice(11)).toISOString()),
		walls: instants.map((text) => `${localDate(new Date(text))} ${localTime(new Date(text))}`),
		hours: [springNight, autumnNight].map(({ start, end }) => (end.getTime() - start.getTime()) / 3_600_000),
		touched: datesTouched(springNight.start, springNight.end),
		weeks: ['2026-12-28', '2027-01-03', '2027-01-04'].map((date) => `${isoWeek(date)} ${mondayOf(date)}`),
		days: [addDays('2027-03-27', 1), addDays('2026-10-24', 2), addDays('2026-12-31', 1)],
		age: ageOn('2008-11-26', '2026-11-26'),
		holidays: [...publicHolidays(2027).keys()],
		appeals: ['2026-03-26', '2026-05-07', '2026-12-18'].map((sent) => appealDeadline(sent, 7)),
		refusals: [
			codes(refusalsAgainst(input(), policy(), oslo('2026-11-23T09:00'))),
			codes(
				refusalsAgainst(
					input({ venue: sessionPlace(span('2027-03-28T12:00', '2027-03-28T13:00')) }),
					policy(),
					oslo('2027-03-27T12:00'),
				),
			),
			codes(
				refusalsAgainst(input({ venue: roomPlace({ minHours: 24 }, springNight) }), policy(), oslo('2027-03-20T12:00')),
			),
			codes(refusalsAgainst(input({ venue: roomPlace({}, autumnNight) }), policy(), oslo('2026-10-20T12:00'))),
			codes(
				refusalsAgainst(
					input({
						venue: sessionPlace(span('2027-01-03T23:00', '2027-01-03T23:59')),
						visit: visit({ bookings: [otherBooking(span('2026-12-28T00:00', '2026-12-28T01:00'))] }),
					}),
					policy(),
					oslo('2026-12-20T12:00'),
				),
			),
		],
	}
}

/** Worked out by hand. */
export const expectedCases: ReturnType<typeof calendarCases> = {
	instants: [
		'2026-11-26T11:00:00.000Z',
		'2026-07-01T10:00:00.000Z',
		'2027-03-28T00:59:00.000Z',
		'2027-03-28T01:30:00.000Z',
		'2027-03-28T01:00:00.000Z',
		'2026-10-24T23:59:00.000Z',
		'2026-10-25T00:30:00.000Z',
		'2026-10-25T02:00:00.000Z',
		'2026-10-25T23:00:00.000Z',
	],
	walls: ['2027-03-28 01:59', '2027-03-28 03:00', '2026-10-25 02:30', '2026-10-25 02:30', '2027-01-01 00:00'],
	hours: [23, 25],
	touched: { first: '2027-03-27', last: '2027-03-28' },
	weeks: ['2026-W53 2026-12-28', '2026-W53 2026-12-28', '2027-W01 2027-01-04'],
	days: ['2027-03-28', '2026-10-26', '2027-01-01'],
	age: 18,
	holidays: [
		'2027-01-01',
		'2027-03-25',
		'2027-03-26',
		'2027-03-28',
		'2027-03-29',
		'2027-05-01',
		'2027-05-06',
		'2027-05-16',
		'2027-05-17',
		'2027-12-25',
		'2027-12-26',
	],
	appeals: ['2026-04-07', '2026-05-15', '2026-12-28'],
	refusals: [[], ['too-soon'], ['stay-length'], ['stay-length'], ['weekly-visit-limit']],
}
