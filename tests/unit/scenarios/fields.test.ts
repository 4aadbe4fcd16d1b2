import { expect, test } from 'vitest'
import { date, time } from '#tests/scenarios/runner/parse/fields.ts'

const at = (written: string) => time.parse(written).toISOString()

test('a time is Oslo time, before and after the clock changes', () => {
	expect(at('2026-10-24T12:00')).toBe('2026-10-24T10:00:00.000Z')
	expect(at('2026-10-26T12:00')).toBe('2026-10-26T11:00:00.000Z')
	expect(at('2026-10-26T12:00:30')).toBe('2026-10-26T11:00:30.000Z')
	expect(at('2026-11-23')).toBe('2026-11-22T23:00:00.000Z')
})

test('an offset tells the two hours apart that the clock shows twice', () => {
	expect(at('2026-10-25T02:30+02:00')).toBe('2026-10-25T00:30:00.000Z')
	expect(at('2026-10-25T02:30+01:00')).toBe('2026-10-25T01:30:00.000Z')
	expect(at('2026-10-25T02:30Z')).toBe('2026-10-25T02:30:00.000Z')
})

test('what is no time or no date is refused', () => {
	for (const written of ['2026-02-30T12:00', '2026-11-23T25:00', '2026-11-23T9:00', '23.11.2026', 'soon', 20261123]) {
		expect(time.safeParse(written).success).toBe(false)
	}
	for (const written of ['2026-02-30', '2026-13-01', '2026-11-23T09:00', ''])
		expect(date.safeParse(written).success).toBe(false)
})
