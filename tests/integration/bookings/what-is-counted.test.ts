import { describe, expect, it } from 'vitest'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import { bookingRequestOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, asVisitor, noon, type Prison } from '#tests/support/rows.ts'

// What is read of former visits is no more than the rules need, and no less.

const { db, owner: seed } = await openDatabase({ max: 2 })

async function visited({ facilityId, prisonerId, visitorId }: Prison, days: number, state: BookingState) {
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(days) })
	await addBooking(seed, { prisonerId, party: [visitorId], sessionId, state })
}

/** What stands against a session so many days on, for who asks so many days on. */
async function against({ facilityId, prisonerId, visitorId }: Prison, ruleInput: number, days: number) {
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(days, 16) })
	const ask = bookingRequestOf(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId] })
	const { sessions } = await visitCalendar(db, ask, noon(ruleInput))
	const found = sessions.find(({ session }) => session.id === sessionId)
	return found?.refusals.map(({ code }) => code)
}

describe('of the prisoner', () => {
	it('the visits of the week, also where it began in another month', async () => {
		// Asked on Wednesday 2 December, of Friday: the week began on Monday 30 November.
		const prison = await addPrison(seed, { visitsPerWeek: 1, minNoticeHours: 1 })
		await visited(prison, 6, 'completed')
		expect(await against(prison, 9, 11)).toEqual([])
		await visited(prison, 7, 'declined')
		expect(await against(prison, 9, 11)).toEqual([])
		await visited(prison, 7, 'no-show')
		expect(await against(prison, 9, 11)).toEqual(['weekly-visit-limit'])
	})

	it('the hours of the month, from its first day', async () => {
		// Asked on Wednesday 25 November.
		const prison = await addPrison(seed, { visitsPerWeek: 5, hoursPerMonth: 2, minNoticeHours: 1 })
		await visited(prison, -23, 'completed')
		await visited(prison, -22, 'completed')
		expect(await against(prison, 2, 4)).toEqual([])
		await visited(prison, -21, 'turned-away')
		expect(await against(prison, 2, 4)).toEqual(['monthly-hours-limit'])
	})
})

describe('of a visitor', () => {
	it('another visit at the same time, for whomever, that was not called off', async () => {
		const prison = await addPrison(seed, { visitsPerWeek: 5, minNoticeHours: 1 })
		const { facilityId, visitorId } = prison
		const other = await addPair(seed, facilityId)
		const elsewhere = { prisonerId: other.prisonerId, party: [visitorId] }
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(4, 16) })
		await addBooking(seed, { ...elsewhere, sessionId, state: 'declined' })
		expect(await against(prison, 2, 4)).toEqual([])
		await addBooking(seed, { ...elsewhere, sessionId, state: 'requested' })
		expect(await against(prison, 2, 4)).toEqual(['visitor-already-booked'])
	})
})
