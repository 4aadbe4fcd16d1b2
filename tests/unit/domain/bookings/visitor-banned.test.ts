import { describe, expect, it } from 'vitest'
import { visitorBanned } from '#app/domain/bookings/visitor-banned.ts'
import { ban, codeOf, input, member, now, oslo, policy, roomPlace, span, visit } from '../support/builders.ts'

describe('visitor-banned', () => {
	const banned = (changes: Parameters<typeof ban>[0]) => ({
		visit: visit({ party: [member('Kari', { bans: [ban(changes)] })] }),
	})

	it('is silent without a ban', () => {
		expect(codeOf(visitorBanned)).toBeNull()
	})
	it('stands for a ban of this facility and for one of all facilities, not for another facility', () => {
		expect(codeOf(visitorBanned, banned({}))).toBe('visitor-banned')
		expect(codeOf(visitorBanned, banned({ facilityId: null }))).toBe('visitor-banned')
		expect(codeOf(visitorBanned, banned({ facilityId: 'OSL' }))).toBeNull()
	})
	it("stands when the ban is in force at any time of the visit's day", () => {
		expect(codeOf(visitorBanned, banned({ end: oslo('2026-11-26T08:00') }))).toBe('visitor-banned')
		expect(codeOf(visitorBanned, banned({ start: oslo('2026-11-26T20:00') }))).toBe('visitor-banned')
	})
	it('is over when its end is the midnight before the visit, and has not begun when its start is the midnight after', () => {
		expect(codeOf(visitorBanned, banned({ end: oslo('2026-11-26T00:00') }))).toBeNull()
		expect(codeOf(visitorBanned, banned({ start: oslo('2026-11-27T00:00') }))).toBeNull()
	})
	it('counts every day of a stay', () => {
		const about = {
			...banned({ start: oslo('2026-11-27T20:00') }),
			venue: roomPlace({}, span('2026-11-26T18:00', '2026-11-27T10:00')),
		}
		expect(codeOf(visitorBanned, about)).toBe('visitor-banned')
	})
	it('holds nobody back once it was lifted, even on the same day', () => {
		const lifted = banned({ end: oslo('2026-11-26T08:00') })
		expect(codeOf(visitorBanned, lifted, {}, oslo('2026-11-26T07:59'))).toBe('visitor-banned')
		expect(codeOf(visitorBanned, lifted, {}, oslo('2026-11-26T08:00'))).toBeNull()
	})
	it('is nothing when it was lifted before it began', () => {
		expect(codeOf(visitorBanned, banned({ start: oslo('2026-11-26T08:00'), end: oslo('2026-11-26T08:00') }))).toBeNull()
	})
	it('names only the one who is banned', () => {
		const party = [member('Kari'), member('Ola', { bans: [ban()] })]
		expect(visitorBanned(input({ visit: visit({ party }) }), policy(), now)?.about).toEqual(['Ola'])
	})
})
