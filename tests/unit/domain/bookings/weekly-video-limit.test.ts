import { describe, expect, it } from 'vitest'
import { weeklyVideoLimit } from '#app/domain/bookings/weekly-video-limit.ts'
import { codeOf, counsel, oslo, otherBooking, sessionPlace, visit } from '../support/builders.ts'

describe('weekly-video-limit', () => {
	const at = (from: string, changes: Parameters<typeof otherBooking>[0] = {}) => {
		const end = new Date(oslo(from).getTime() + 3_600_000)
		return otherBooking({ start: oslo(from), end, setting: 'video', ...changes })
	}
	const venue = sessionPlace({ setting: 'video' })
	const monday = at('2026-11-23T12:00')
	const after = (...bookings: ReturnType<typeof otherBooking>[]) => ({ visit: visit({ bookings }), venue })

	it("stands when the week's video visits have reached the limit", () => {
		expect(codeOf(weeklyVideoLimit, after())).toBeNull()
		expect(codeOf(weeklyVideoLimit, after(monday))).toBe('weekly-video-limit')
		expect(codeOf(weeklyVideoLimit, after(monday), { videoPerWeek: 2 })).toBeNull()
		expect(codeOf(weeklyVideoLimit, after(), { videoPerWeek: 0 })).toBe('weekly-video-limit')
	})
	it('counts from Monday to Sunday, local time', () => {
		expect(codeOf(weeklyVideoLimit, after(at('2026-11-22T23:59')))).toBeNull()
		expect(codeOf(weeklyVideoLimit, after(at('2026-11-29T23:59')))).toBe('weekly-video-limit')
		expect(codeOf(weeklyVideoLimit, after(at('2026-11-30T00:00')))).toBeNull()
	})
	it('counts video alone, and asks nothing of other visits', () => {
		expect(codeOf(weeklyVideoLimit, after({ ...monday, setting: 'hall' }))).toBeNull()
		expect(codeOf(weeklyVideoLimit, { ...after(monday), venue: sessionPlace() })).toBeNull()
	})
	it.each(['cancelled', 'declined', 'lapsed', 'expired'] as const)('does not count one that is %s', (state) => {
		expect(codeOf(weeklyVideoLimit, after({ ...monday, state }))).toBeNull()
	})
	it('neither counts nor limits official visits', () => {
		expect(codeOf(weeklyVideoLimit, after({ ...monday, track: 'official' }))).toBeNull()
		const party = [counsel('Lise')]
		expect(codeOf(weeklyVideoLimit, { visit: visit({ bookings: [monday], party }), venue })).toBeNull()
	})
	it('counts a visit and the request to move it as one', () => {
		const move = at('2026-11-24T12:00', { id: 'B2', state: 'requested', movesId: 'B1' })
		expect(codeOf(weeklyVideoLimit, after(monday, move), { videoPerWeek: 2 })).toBeNull()
	})
})
