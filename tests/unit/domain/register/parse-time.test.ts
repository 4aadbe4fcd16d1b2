import { describe, expect, it } from 'vitest'
import { parseDate, parseInstant } from '#app/domain/register/parse-time.ts'

describe('a date', () => {
	it.each(['1988-04-02', '02.04.1988', '2.4.1988'])('is read as %s', (text) =>
		expect(parseDate(text)).toBe('1988-04-02'),
	)

	it.each(['31.02.1988', '1988-13-01', '2.4.88', '88', '', '02/04/1988'])('is not read as %s', (text) =>
		expect(parseDate(text)).toBeNull(),
	)
})

describe('an instant', () => {
	it.each([
		['2026-11-23T08:30:00+01:00', '2026-11-23T07:30:00.000Z'],
		['2026-11-23T07:30Z', '2026-11-23T07:30:00.000Z'],
		['2026-11-23T08:30', '2026-11-23T07:30:00.000Z'],
		['2026-07-23 08:30:15.5', '2026-07-23T06:30:15.500Z'],
		['2026-11-23', '2026-11-22T23:00:00.000Z'],
		['23.11.2026 08:30', '2026-11-23T07:30:00.000Z'],
		['3.1.2026 8:05', '2026-01-03T07:05:00.000Z'],
		['23.11.2026 08:30:15', '2026-11-23T07:30:15.000Z'],
		['23.11.2026 8:30:15', '2026-11-23T07:30:15.000Z'],
		['23.11.2026', '2026-11-22T23:00:00.000Z'],
		// The hour that comes twice is the earlier of the two, the one that never comes the later.
		['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
		['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
	])('%s is %s', (text, instant) => expect(parseInstant(text)?.toISOString()).toBe(instant))

	it.each([
		'2026-02-30',
		'2026-11-23T25:00',
		'2026-11-23T24:00',
		'2026-11-23T08:61',
		'30.02.2026',
		'23.11.26',
		'23.11.2026 08:30 x',
		'23.11.2026x',
		'23.11.2026 24:00',
		'i går',
		'',
	])('is not read as %s', (text) => expect(parseInstant(text)).toBeNull())
})
