import { describe, expect, it } from 'vitest'
import { arrival } from '#app/domain/bookings/arrival.ts'
import { oslo, policy } from '../support/builders.ts'

describe('arrival', () => {
	it('is a quarter of an hour before the start, and too late half an hour after it', () => {
		expect(arrival(oslo('2026-11-26T12:00'), policy())).toEqual({
			comeBy: oslo('2026-11-26T11:45'),
			tooLateFrom: oslo('2026-11-26T12:30'),
		})
	})
})
