import { expect, it } from 'vitest'
import { possibleNights } from '#app/domain/rooms/possible-nights.ts'

const house = { kind: 'visiting-house', minHours: 4, maxHours: 48, opens: '10:00', closes: '18:00' } as const

it('a room by day has no nights', () => {
	expect(possibleNights({ ...house, kind: 'play-room' })).toEqual([0])
})

it('a house has as many nights as its longest stay allows, by day too', () => {
	expect(possibleNights(house)).toEqual([0, 1, 2])
})

it('a stay that is longer than a day has a night', () => {
	expect(possibleNights({ ...house, minHours: 12, maxHours: 24 })).toEqual([1])
})

it('the shortest stay decides about the fewest nights, as the clock may give an hour more', () => {
	expect(possibleNights({ ...house, minHours: 33, maxHours: 33 })).toEqual([1])
	expect(possibleNights({ ...house, minHours: 34, maxHours: 40 })).toEqual([2])
})
