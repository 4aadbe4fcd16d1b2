import { describe, expect, it } from 'vitest'
import { inThePast } from '#app/domain/bookings/in-the-past.ts'
import { codeOf, oslo } from '../support/builders.ts'

describe('in-the-past', () => {
	it('stands from the moment of the start', () => {
		expect(codeOf(inThePast, {}, {}, new Date(oslo('2026-11-26T12:00').getTime() - 1))).toBeNull()
		expect(codeOf(inThePast, {}, {}, oslo('2026-11-26T12:00'))).toBe('in-the-past')
		expect(codeOf(inThePast, {}, {}, oslo('2026-12-26T12:00'))).toBe('in-the-past')
	})
})
