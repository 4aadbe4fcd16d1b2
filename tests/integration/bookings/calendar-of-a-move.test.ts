import { expect, it } from 'vitest'
import { bookingRequest } from '#app/services/bookings/booking-request.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, clock, noon } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

it('a move that must be answered is not offered onto the visit that stands until the answer', async () => {
	const { prisonerId, visitorId, facilityId } = await addPrison(seed)
	const at = (hour: number, approval: 'request' | 'instant') =>
		addSession(seed, { facilityId, startsAt: noon(3, hour), approval })
	const [own, beside, later, atOnce] = [
		await addSession(seed, { facilityId, startsAt: noon(3), minutes: 90 }),
		await at(13, 'request'),
		await at(14, 'request'),
		await at(13, 'instant'),
	]
	const replaces = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: own })
	const request = (requester: 'visitor' | 'officer') =>
		bookingRequest({ requester: { kind: requester, id: visitorId }, prisonerId, partyIds: [visitorId], replaces })
	const codesAt = async (requester: 'visitor' | 'officer', id: string) => {
		const { sessions } = await visitCalendar(db, request(requester), clock)
		return sessions.find(({ session }) => session.id === id)?.refusals.map(({ code }) => code)
	}
	expect(await codesAt('visitor', beside)).toEqual(['prisoner-already-booked'])
	expect(await codesAt('visitor', later)).toEqual([])
	expect(await codesAt('visitor', atOnce)).toEqual([])
	// An officer moves it at once.
	expect(await codesAt('officer', beside)).toEqual([])
})
