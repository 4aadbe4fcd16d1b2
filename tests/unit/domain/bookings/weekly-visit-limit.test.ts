import { describe, expect, it } from 'vitest'
import { weeklyVisitLimit } from '#app/domain/bookings/weekly-visit-limit.ts'
import {
	child,
	codeOf,
	counsel,
	member,
	oslo,
	otherBooking,
	permit,
	prisoner,
	roomPlace,
	sessionPlace,
	span,
	visit,
} from '../support/builders.ts'

describe('weekly-visit-limit', () => {
	const at = (from: string, changes: Parameters<typeof otherBooking>[0] = {}) =>
		otherBooking({ start: oslo(from), end: new Date(oslo(from).getTime() + 3_600_000), ...changes })
	const monday = at('2026-11-23T12:00')
	const after = (...bookings: ReturnType<typeof otherBooking>[]) => ({ visit: visit({ bookings }) })

	it('is silent for the first visit of the week', () => {
		expect(codeOf(weeklyVisitLimit)).toBeNull()
	})
	it("stands when the week's visits have reached the limit", () => {
		expect(codeOf(weeklyVisitLimit, after(monday))).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, after(monday), { visitsPerWeek: 2 })).toBeNull()
	})
	it('counts from Monday 00:00 to Sunday 24:00, local time', () => {
		expect(codeOf(weeklyVisitLimit, after(at('2026-11-22T23:59')))).toBeNull()
		expect(codeOf(weeklyVisitLimit, after(at('2026-11-23T00:00')))).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, after(at('2026-11-29T23:59')))).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, after(at('2026-11-30T00:00')))).toBeNull()
	})
	it('does not begin anew at 1 January: week 53 of 2026 lasts until 3 January', () => {
		const venue = sessionPlace(span('2027-01-02T12:00', '2027-01-02T13:00'))
		expect(codeOf(weeklyVisitLimit, { ...after(at('2026-12-29T12:00')), venue })).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, { ...after(at('2027-01-04T12:00')), venue })).toBeNull()
	})
	it("counts by the start's date: a stay that began on Sunday belongs to the week before", () => {
		const stay = otherBooking({ roomId: 'R1', ...span('2026-11-22T18:00', '2026-11-23T18:00') })
		expect(codeOf(weeklyVisitLimit, after(stay))).toBeNull()
	})
	it('counts a room as one visit, both ways', () => {
		const stay = at('2026-11-24T12:00', { roomId: 'R1' })
		expect(codeOf(weeklyVisitLimit, after(stay))).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, { ...after(monday), venue: roomPlace() })).toBe('weekly-visit-limit')
	})
	it.each(['requested', 'checked-in', 'completed', 'no-show', 'turned-away'] as const)(
		'counts a visit that is %s',
		(state) => {
			expect(codeOf(weeklyVisitLimit, after({ ...monday, state }))).toBe('weekly-visit-limit')
		},
	)
	it.each(['cancelled', 'declined', 'lapsed', 'expired'] as const)('does not count one that is %s', (state) => {
		expect(codeOf(weeklyVisitLimit, after({ ...monday, state }))).toBeNull()
	})
	it('counts a hold until it runs out', () => {
		expect(codeOf(weeklyVisitLimit, after({ ...monday, state: 'held', holdUntil: oslo('2026-11-23T09:05') }))).toBe(
			'weekly-visit-limit',
		)
		expect(
			codeOf(weeklyVisitLimit, after({ ...monday, state: 'held', holdUntil: oslo('2026-11-23T08:55') })),
		).toBeNull()
	})
	it("counts the prisoner's visits, whoever came, and not the visitor's visits to others", () => {
		expect(codeOf(weeklyVisitLimit, after({ ...monday, visitorIds: ['Per'] }))).toBe('weekly-visit-limit')
		expect(codeOf(weeklyVisitLimit, after({ ...monday, prisonerId: 'P2' }))).toBeNull()
	})
	it('neither counts nor limits video', () => {
		expect(codeOf(weeklyVisitLimit, after({ ...monday, setting: 'video' }))).toBeNull()
		const venue = sessionPlace({ setting: 'video' })
		expect(codeOf(weeklyVisitLimit, { ...after(monday), venue })).toBeNull()
	})
	it('counts a visit and the request to move it as one in a week, and each in its own', () => {
		const move = at('2026-11-24T12:00', { id: 'B2', state: 'requested', movesId: 'B1' })
		expect(codeOf(weeklyVisitLimit, after(monday, move), { visitsPerWeek: 2 })).toBeNull()
		expect(codeOf(weeklyVisitLimit, after(monday, { ...move, movesId: null }), { visitsPerWeek: 2 })).toBe(
			'weekly-visit-limit',
		)
		const before = at('2026-11-20T12:00')
		expect(codeOf(weeklyVisitLimit, after(before, move))).toBe('weekly-visit-limit')
	})
	it('neither counts nor limits official visits', () => {
		expect(codeOf(weeklyVisitLimit, after({ ...monday, track: 'official' }))).toBeNull()
		expect(codeOf(weeklyVisitLimit, { visit: visit({ bookings: [monday], party: [counsel('Lise')] }) })).toBeNull()
	})

	describe('with a child of the prisoner', () => {
		const withChild = (born: string, ...bookings: ReturnType<typeof otherBooking>[]) => ({
			visit: visit({ bookings, party: [member('Kari'), child('Emil', { born })] }),
		})

		it('allows one visit more, and no more than that', () => {
			expect(codeOf(weeklyVisitLimit, withChild('2016-03-01', monday))).toBeNull()
			expect(codeOf(weeklyVisitLimit, withChild('2016-03-01', monday, at('2026-11-24T12:00', { id: 'B2' })))).toBe(
				'weekly-visit-limit',
			)
			expect(codeOf(weeklyVisitLimit, withChild('2016-03-01', monday), { extraChildVisits: 0 })).toBe(
				'weekly-visit-limit',
			)
		})
		it('leaves a visit with a child out of the count, whichever was booked first', () => {
			const emils = at('2026-11-23T12:00', { ownChildrenBorn: ['2016-03-01'] })
			expect(codeOf(weeklyVisitLimit, after(emils))).toBeNull()
			expect(codeOf(weeklyVisitLimit, after(emils, { ...monday, id: 'B2' }))).toBe('weekly-visit-limit')
			expect(codeOf(weeklyVisitLimit, withChild('2016-03-01', emils))).toBeNull()
			expect(codeOf(weeklyVisitLimit, withChild('2016-03-01', emils, { ...emils, id: 'B2' }))).toBe(
				'weekly-visit-limit',
			)
			expect(codeOf(weeklyVisitLimit, after({ ...emils, ownChildrenBorn: ['2008-11-23'] }))).toBe('weekly-visit-limit')
		})
		it('ends on the eighteenth birthday', () => {
			expect(codeOf(weeklyVisitLimit, withChild('2008-11-27', monday))).toBeNull()
			expect(codeOf(weeklyVisitLimit, withChild('2008-11-26', monday))).toBe('weekly-visit-limit')
		})
		it("is not for somebody else's child", () => {
			const party = [member('Kari'), child('Emil', { permit: permit({ relationship: 'other' }) })]
			expect(codeOf(weeklyVisitLimit, { visit: visit({ bookings: [monday], party, prisoner: prisoner() }) })).toBe(
				'weekly-visit-limit',
			)
		})
	})
})
