import { describe, expect, it } from 'vitest'
import { overlaps } from '#app/domain/calendar/span.ts'
import { span } from '../support/builders.ts'

describe('overlaps', () => {
	const noon = span('2026-11-26T12:00', '2026-11-26T13:00')

	it('is true when the two share a moment, whichever comes first', () => {
		const half = span('2026-11-26T12:30', '2026-11-26T13:30')
		expect([overlaps(noon, half), overlaps(half, noon), overlaps(noon, noon)]).toEqual([true, true, true])
	})
	it('is false when one begins as the other ends', () => {
		const next = span('2026-11-26T13:00', '2026-11-26T14:00')
		expect([overlaps(noon, next), overlaps(next, noon)]).toEqual([false, false])
	})
})
