import { expect, it } from 'vitest'
import { placeGone } from '#app/domain/bookings/place-gone.ts'
import { refusal } from '#app/domain/refusals.ts'
import { codes } from '../support/builders.ts'

it('tells of a place that went to others, and of nothing else', () => {
	const remaining = [
		refusal('court-restriction'),
		refusal('session-full'),
		refusal('weekly-visit-limit'),
		refusal('room-taken'),
	]
	expect(codes(placeGone(remaining))).toEqual(['session-full', 'room-taken'])
	expect(placeGone([refusal('visitor-banned', ['Kari'])])).toEqual([])
})
