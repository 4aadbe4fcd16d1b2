import { expect, test } from 'vitest'
import { dayIn } from '#app/http/day-in-query.ts'

const day = (text: string) => dayIn(new URL(`http://samvaer.invalid/?day=${encodeURIComponent(text)}`))

test('a day is what a calendar has', () => {
	expect([day('2026-11-24'), day(' 2026-12-02 '), day('2028-02-29'), day('1900-01-01'), day('2200-12-31')]).toEqual([
		'2026-11-24',
		'2026-12-02',
		'2028-02-29',
		'1900-01-01',
		'2200-12-31',
	])
	expect(dayIn(new URL('http://samvaer.invalid/?week=2026-11-24'), 'week')).toBe('2026-11-24')
	expect(dayIn(new URL('http://samvaer.invalid/'))).toBe(null)
})

test.each([
	'2026-11-2',
	'tomorrow',
	'',
	'10000-01-01',
	'2026-13-45',
	'2026-02-31',
	'0000-01-01',
	'9999-12-31',
	'-000001-01-01',
	'1e9',
	'2026-11-24T00:00',
])('%s is no day, and no failure', (text) => {
	expect(day(text)).toBe(null)
})
