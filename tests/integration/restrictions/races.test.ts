import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { changePrisoner } from '#app/services/prisoners/change-prisoner.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { changeSession } from '#app/services/timetable/change-session.server.ts'
import { booking } from '#db/schema/index.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	asVisitor,
	day,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 12 })

const rounds = 10

/** Some trips to the database later: each round meets the other use case at another step. */
async function afterSteps<T>(count: number, work: () => Promise<T>): Promise<T> {
	for (let step = 0; step < count; step++) await db.execute(sql`select 1`)
	return work()
}

/** The confirmed bookings of a session that are not under review for the cause. */
async function overlooked(sessionId: string, cause: string): Promise<string[]> {
	const rows = await db
		.select({ id: booking.id })
		.from(booking)
		.where(and(eq(booking.sessionId, sessionId), eq(booking.state, 'confirmed')))
	const found: string[] = []
	for (const { id } of rows) if (!(await openCauses(db, id)).includes(cause)) found.push(id)
	return found
}

describe('an event at the same moment as a booking', () => {
	it('a closure: whoever is in is under review, whoever comes later is refused', async () => {
		const prison = await addPrison(seed, { visitsPerWeek: 100 })
		const { facilityId } = prison
		const pairs = await Promise.all(Array.from({ length: 10 }, () => addPair(seed, facilityId)))
		let confirmed = 0
		for (let round = 0; round < rounds; round++) {
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(2 + round * 2) })
			const book = (pair: (typeof pairs)[number]) =>
				bookVisit(asVisitor(db, pair.visitorId), {
					prisonerId: pair.prisonerId,
					partyIds: [pair.visitorId],
					place: { sessionId },
				})
			// While some are still at it, the first is in.
			const bookings = pairs.map(book)
			await Promise.race(bookings)
			await addClosure(asOfficer(db, prison), { facilityId, date: day(2 + round * 2), reason: 'staffing' })
			confirmed += (await Promise.all(bookings)).filter((outcome) => outcome.ok).length
			expect(await overlooked(sessionId, 'closure-added')).toEqual([])
		}
		expect(confirmed).toBeGreaterThan(0)
	})

	it('a ban: the visit is under review or refused', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
			await Promise.all([
				bookVisit(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId], place: { sessionId } }),
				afterSteps(round, () =>
					banVisitor(asOfficer(db, prison), {
						visitor: { id: visitorId },
						facilityId,
						to: noon(9),
						reason: 'smuggling',
					}),
				),
			])
			expect(await overlooked(sessionId, 'visitor-banned')).toEqual([])
		}
	})

	it('a transfer: the visit is under review or refused', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		const to = await addFacility(seed, { slug: 'race-transfer' })
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
			await Promise.all([
				bookVisit(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId], place: { sessionId } }),
				afterSteps(round, () =>
					transferPrisoner(asOfficer(db, prison), { prisoner: { id: prisonerId }, to, unit: 'A' }),
				),
			])
			expect(await overlooked(sessionId, 'prisoner-transferred')).toEqual([])
		}
	})

	it('a non-association: two who are both in are both under review', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const [one, other] = [await addPair(seed, facilityId), await addPair(seed, facilityId)]
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
			const book = (pair: typeof one) =>
				bookVisit(asVisitor(db, pair.visitorId), {
					prisonerId: pair.prisonerId,
					partyIds: [pair.visitorId],
					place: { sessionId },
				})
			const apart = () =>
				addNonAssociation(asOfficer(db, prison), { prisoners: [{ id: one.prisonerId }, { id: other.prisonerId }] })
			const [first, , second] = await Promise.all([book(one), afterSteps(round, apart), book(other)])
			const isBothIn = first.ok && second.ok
			expect(await overlooked(sessionId, 'non-association-added')).toHaveLength(isBothIn ? 0 : 1)
		}
	})
})

describe('two events at the same moment', () => {
	it('that only together leave a setting too open are noticed', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, {
				facilityId,
				startsAt: noon(3),
				provides: ['watched', 'overheard', 'glass', 'no-touch'],
			})
			const bookingId = await addBooking(seed, {
				prisonerId,
				party: [visitorId],
				sessionId,
				liftedCodes: ['setting-stricter-than-needed'],
				liftReason: 'asked',
			})
			await Promise.all([
				changePrisoner(asOfficer(db, prison), { prisoner: { id: prisonerId }, securityLevel: 'special-high' }),
				changeSession(asOfficer(db, prison), { session: { id: sessionId }, change: { provides: ['watched'] } }),
			])
			expect(await openCauses(db, bookingId)).toHaveLength(1)
			expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		}
	})

	it('that touch the same visit tell its family once', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
			const bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
			await Promise.all([
				addClosure(asOfficer(db, prison), { facilityId, session: { id: sessionId }, reason: 'staffing' }),
				banVisitor(asOfficer(db, prison), { visitor: { id: visitorId }, facilityId, to: noon(9), reason: 'smuggling' }),
				changeSession(asOfficer(db, prison), { session: { id: sessionId }, change: { setting: 'booth' } }),
			])
			expect(await openCauses(db, bookingId)).toEqual(['closure-added', 'session-changed', 'visitor-banned'])
			expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		}
	})
})
