import { describe, expect, it } from 'vitest'
import { mayTakeUp } from '#app/domain/decisions/appeal.ts'
import { appealDays, appealDeadline, lastAppealDay, reachedOnPaper } from '#app/domain/decisions/appeal-deadline.ts'
import {
	interimBounds,
	isBanEnd,
	isSuspensionEnd,
	longestSuspension,
	sameTimeAfter,
} from '#app/domain/decisions/bounds.ts'
import { hearingDeadline } from '#app/domain/decisions/hearing.ts'
import { nextReminder } from '#app/domain/decisions/reminders.ts'

/** Every clock of a decision, by dates that were counted by hand in a printed calendar. */
describe('the last day of seven to appeal', () => {
	it.each([
		['2026-11-23', '2026-11-30', 'Monday to Monday'],
		['2026-11-28', '2026-12-07', 'a Saturday: ends on a Saturday, moves to Monday'],
		['2026-11-29', '2026-12-07', 'a Sunday'],
		['2026-12-17', '2026-12-24', 'Christmas Eve is a working day'],
		['2026-12-18', '2026-12-28', 'Christmas Day, then Boxing Day on a Saturday, then a Sunday'],
		['2026-12-24', '2026-12-31', "New Year's Eve is a working day"],
		['2026-12-25', '2027-01-04', "New Year's Day on a Friday, then a weekend"],
		['2027-03-18', '2027-03-30', 'Maundy Thursday: past Good Friday, Easter and Easter Monday'],
		['2027-03-19', '2027-03-30', 'Good Friday'],
		['2027-03-22', '2027-03-30', 'Easter Monday to the Tuesday'],
		['2027-04-24', '2027-05-03', 'Labour Day on a Saturday'],
		['2027-04-29', '2027-05-07', 'Ascension Day on a Thursday'],
		['2027-05-10', '2027-05-18', '17 May, which is Whit Monday too'],
		['2026-05-10', '2026-05-18', '17 May on a Sunday'],
		['2028-02-22', '2028-02-29', 'the day that leap years have'],
		['2027-02-22', '2027-03-01', 'the end of a short month'],
		['2027-03-21', '2027-03-30', 'over the change to summer time'],
		['2026-10-19', '2026-10-26', 'over the change to winter time'],
	])('from %s is %s: %s', (sent, last) => {
		expect(appealDeadline(sent, appealDays.case)).toBe(last)
	})
	it.each([
		['2026-11-23', '2026-12-14'],
		['2026-12-04', '2026-12-28'],
	])('of twenty-one from %s is %s', (sent, last) => {
		expect(appealDeadline(sent, appealDays['data-access'])).toBe(last)
	})
})

describe('a letter on paper', () => {
	it.each([
		['2026-11-23', null, '2026-11-26', 'three working days'],
		['2026-11-26', null, '2026-12-01', 'over a weekend'],
		['2026-12-23', null, '2026-12-29', 'over Christmas'],
		['2027-03-24', null, '2027-04-01', 'over Easter'],
		['2026-11-23', '2026-11-24', '2026-11-24', 'handed over'],
		['2026-11-23', '2026-12-10', '2026-12-10', 'fetched late'],
	])('posted on %s, recorded %s, has reached its reader on %s: %s', (posted, recorded, reached, _) => {
		expect(reachedOnPaper(posted, recorded)).toBe(reached)
	})
})

describe('what moves the last day', () => {
	const clock = { reached: '2026-11-23', days: 7, fullerReasons: null, extendedTo: null }
	it.each([
		['nothing', {}, '2026-11-30'],
		['fuller reasons awaited', { fullerReasons: { asked: '2026-11-25', given: null } }, null],
		[
			'fuller reasons given: five of seven are left',
			{ fullerReasons: { asked: '2026-11-25', given: '2026-12-02' } },
			'2026-12-07',
		],
		[
			'asked for on the last day: none are left',
			{ fullerReasons: { asked: '2026-11-30', given: '2026-12-09' } },
			'2026-12-09',
		],
		['asked for too late: it stops nothing', { fullerReasons: { asked: '2026-12-01', given: null } }, '2026-11-30'],
		['an extension', { extendedTo: '2026-12-10' }, '2026-12-10'],
		['an extension to a Sunday', { extendedTo: '2026-12-13' }, '2026-12-14'],
		['an extension that would shorten', { extendedTo: '2026-11-25' }, '2026-11-30'],
	])('%s', (_, more, last) => {
		expect(lastAppealDay({ ...clock, ...more })).toBe(last)
	})
})

describe('a late appeal', () => {
	it.each([
		['2026-11-23', '2027-11-23', true],
		['2026-11-23', '2027-11-24', false],
		['2028-02-29', '2029-02-28', true],
		['2028-02-29', '2029-03-01', false],
	])('against what was decided on %s that came on %s: may be taken up, %s', (decided, received, may) => {
		expect(mayTakeUp(decided, received)).toBe(may)
	})
})

describe('a hearing', () => {
	it.each([
		['2026-11-26', 7, '2026-12-03'],
		['2026-11-28', 7, '2026-12-07'],
		['2026-12-18', 7, '2026-12-28'],
		['2026-11-23', 14, '2026-12-07'],
		['2026-11-23', 3, '2026-11-26'],
	])('sent on %s with %i days is to be answered by %s', (sent, days, last) => {
		expect(hearingDeadline(sent, days)).toBe(last)
	})
})

describe('bounds', () => {
	it.each([
		['2026-11-23', '2026-12-23'],
		['2027-01-31', '2027-02-28'],
	])('a suspension from %s ends at the latest on %s', (from, last) => {
		expect(longestSuspension(from)).toBe(last)
		expect(isSuspensionEnd(last, from)).toBe(true)
	})
	it.each([
		['2027-05-23', true],
		['2027-05-24', false],
		['2026-11-23', true],
		['2026-11-22', false],
	])('a ban from 23 November 2026 may end on %s: %s', (until, may) => {
		expect(isBanEnd(until, '2026-11-23', { banMonthsMax: 6 })).toBe(may)
	})
	it('gives an interim measure 72 real hours and 14 days by the wall clock, also over a change of the clocks', () => {
		const { approveBy, fallsAwayAt } = interimBounds(new Date('2026-10-23T10:15:30+02:00'))
		expect(approveBy.toISOString()).toBe('2026-10-26T08:15:30.000Z')
		expect(fallsAwayAt.toISOString()).toBe('2026-11-06T09:15:30.000Z')
	})
	it('alerts on the second, fifth and seventh day at the same time of day, and then no more', () => {
		const sent = new Date('2026-10-23T10:15:00+02:00')
		const alerts = [0, 1, 2, 3].map((count) => nextReminder(sent, count)?.toISOString())
		expect(alerts).toEqual([
			'2026-10-25T09:15:00.000Z',
			'2026-10-28T09:15:00.000Z',
			'2026-10-30T09:15:00.000Z',
			undefined,
		])
	})
	it('keeps the seconds', () => {
		expect(sameTimeAfter(new Date('2026-11-23T09:00:07.5Z'), 1).toISOString()).toBe('2026-11-24T09:00:07.500Z')
	})
})
