import { expect, it } from 'vitest'
import { arrival } from '#app/domain/booking/arrival.ts'
import { defaultPolicy } from '#app/domain/policy.ts'

it('asks a family to be there a quarter of an hour before, and lets them be half an hour late', () => {
	expect(arrival(new Date('2026-11-26T11:00:00Z'), defaultPolicy)).toEqual({
		comeBy: new Date('2026-11-26T10:45:00Z'),
		tooLateFrom: new Date('2026-11-26T11:30:00Z'),
	})
})
