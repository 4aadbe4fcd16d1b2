import { describe, expect, it } from 'vitest'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { addFacility, addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	asVisitor,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

async function booked(session: Partial<Parameters<typeof addSession>[1]> = {}, policy: Record<string, unknown> = {}) {
	const prison = await addPrison(seed, policy)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3), ...session })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	return {
		...prison,
		sessionId,
		bookingId,
		ctx: asOfficer(db, prison),
		prisoner: { id: prison.prisonerId },
		visitor: { id: prison.visitorId },
	}
}

const order = { orderReference: '26-1234', to: noon(10) }

describe('a court restriction', () => {
	it('touches the visits while it is in force, and no others', async () => {
		const { ctx, prisoner, prisonerId, visitorId, facilityId, bookingId } = await booked()
		const later = await addSession(seed, { facilityId, startsAt: noon(11) })
		const after = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: later })
		await addCourtRestriction(ctx, { prisoner, type: 'visit-ban', ...order })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-added'])
		expect(await openCauses(db, after)).toEqual([])
	})

	it('spares a party whom it excepts, and visits that it has nothing to do with', async () => {
		const { ctx, prisoner, visitorId, bookingId } = await booked()
		await addCourtRestriction(ctx, { prisoner, type: 'isolation', ...order, except: [visitorId] })
		await addCourtRestriction(ctx, { prisoner, type: 'letter-ban', ...order })
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('of police control touches a visit that nobody overhears', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		await addCourtRestriction(ctx, { prisoner, type: 'police-control', ...order })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-added'])
	})

	it('lifted closes its own review; another in force keeps its own', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		const one = await addCourtRestriction(ctx, { prisoner, type: 'visit-ban', ...order })
		await addCourtRestriction(ctx, { prisoner, type: 'isolation', ...order })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-added', 'court-restriction-added'])
		await liftOrder(ctx, { kind: 'court-restriction', order: { ref: one.order.ref } })
		expect(await endings(db, bookingId)).toEqual(['court-restriction-added cause-gone', 'court-restriction-added open'])
	})

	it('lifted leaves a visit under review that is under a stricter setting than it now needs', async () => {
		const { ctx, prisoner, bookingId } = await booked({ provides: ['watched', 'overheard'] })
		const { order: created } = await addCourtRestriction(ctx, { prisoner, type: 'police-control', ...order })
		expect(await openCauses(db, bookingId)).toEqual([])
		await liftOrder(ctx, { kind: 'court-restriction', order: { id: created.id } })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-ended'])
	})

	it('lifted opens nothing where the setting was too strict for another reason', async () => {
		const { ctx, prisoner, bookingId } = await booked({ provides: ['watched', 'glass', 'no-touch'] })
		const { order: created } = await addCourtRestriction(ctx, { prisoner, type: 'visit-ban', ...order })
		await liftOrder(ctx, { kind: 'court-restriction', order: { id: created.id } })
		expect(await endings(db, bookingId)).toEqual(['court-restriction-added cause-gone'])
	})

	it('that had yet to begin is lifted as if it had never been', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		const { order: created } = await addCourtRestriction(ctx, { prisoner, type: 'visit-ban', ...order, from: noon(2) })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-added'])
		await liftOrder(ctx, { kind: 'court-restriction', order: { id: created.id } })
		expect(await openCauses(db, bookingId)).toEqual([])
		// Lifted again by the same officer it stays so; to anyone else it was lifted before.
		const again = { kind: 'court-restriction', order: { id: created.id } } as const
		expect(await liftOrder(ctx, again)).toEqual({ opened: [], closed: [] })
		const other = await addPrison(seed)
		await expect(liftOrder(asOfficer(db, other), again)).rejects.toMatchObject({
			code: 'wrong-state',
			conflict: { what: 'order-lifted', by: { kind: 'officer', name: 'Officer' } },
		})
	})

	it('has a reference and an end that follows its beginning', async () => {
		const { ctx, prisoner } = await booked()
		const visitBan = { prisoner, type: 'visit-ban' as const }
		await expect(addCourtRestriction(ctx, { ...visitBan, ...order, orderReference: ' ' })).rejects.toMatchObject({
			fields: ['orderReference'],
		})
		await expect(addCourtRestriction(ctx, { ...visitBan, ...order, to: noon(-1) })).rejects.toMatchObject({
			fields: ['to'],
		})
	})
})

describe('a ban', () => {
	it('touches every visit of the visitor on its days at that facility, also with others', async () => {
		const { ctx, prisonerId, visitor, visitorId, facilityId, bookingId } = await booked()
		const friend = await addVisitor(seed, { givenName: 'Per', familyName: 'Hansen' })
		await addPermit(seed, { visitorId: friend, prisonerId })
		const later = await addSession(seed, { facilityId, startsAt: noon(9) })
		const together = await addBooking(seed, { prisonerId, party: [friend, visitorId], sessionId: later })
		const beyond = await addBooking(seed, {
			prisonerId,
			party: [friend, visitorId],
			sessionId: await addSession(seed, { facilityId, startsAt: noon(16) }),
		})
		const elsewhere = await addPair(seed, await addFacility(seed, { slug: 'ban-elsewhere' }))
		const { ban } = await banVisitor(ctx, { visitor, facilityId, to: noon(10), reason: 'smuggling' })
		expect(await openCauses(db, bookingId)).toEqual(['visitor-banned'])
		expect(await messagesAbout(db, together)).toEqual(
			[friend, visitorId].map((id) => `booking-under-review ${id}`).sort(),
		)
		expect(await openCauses(db, beyond)).toEqual([])
		expect(elsewhere.visitorId).not.toBe(visitorId)
		await liftOrder(ctx, { kind: 'ban', order: { id: ban.id } })
		expect([...(await endings(db, bookingId)), ...(await endings(db, together))]).toEqual([
			'visitor-banned cause-gone',
			'visitor-banned cause-gone',
		])
	})

	it('by one facility leaves visits elsewhere alone, one by all does not', async () => {
		const { ctx, visitor, bookingId } = await booked()
		const other = await addFacility(seed, { slug: 'ban-other' })
		await banVisitor(ctx, { visitor, facilityId: other, to: noon(10), reason: 'smuggling' })
		expect(await openCauses(db, bookingId)).toEqual([])
		await banVisitor(ctx, { visitor, facilityId: null, to: noon(10), reason: 'smuggling' })
		expect(await openCauses(db, bookingId)).toEqual(['visitor-banned'])
	})
})

describe('a protective order', () => {
	it('touches visits between the two, and ends with them', async () => {
		const { ctx, prisoner, visitor, bookingId } = await booked()
		const { order: created } = await addProtectiveOrder(ctx, { prisoner, visitor, to: noon(10) })
		expect(await openCauses(db, bookingId)).toEqual(['protective-order-added'])
		await liftOrder(ctx, { kind: 'protective-order', order: { id: created.id } })
		expect(await openCauses(db, bookingId)).toEqual([])
	})
})

describe('non-association', () => {
	it('of two prisoners touches both sides where their visits meet, and its end closes both', async () => {
		const { ctx, facilityId, sessionId, prisoner, bookingId } = await booked()
		const other = await addPair(seed, facilityId)
		const theirs = await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
		const { pair } = await addNonAssociation(ctx, { prisoners: [prisoner, { id: other.prisonerId }] })
		expect([await openCauses(db, bookingId), await openCauses(db, theirs)]).toEqual([
			['non-association-added'],
			['non-association-added'],
		])
		expect(await addNonAssociation(ctx, { prisoners: [{ id: other.prisonerId }, prisoner] })).toMatchObject({
			pair: { id: pair.id },
			opened: [],
		})
		await liftOrder(ctx, { kind: 'non-association', order: { id: pair.id } })
		expect([await endings(db, bookingId), await endings(db, theirs)]).toEqual([
			['non-association-added cause-gone'],
			['non-association-added cause-gone'],
		])
	})

	it('of two visitors touches one party that both are in', async () => {
		const { ctx, prisonerId, facilityId, visitor, visitorId } = await booked()
		const other = await addVisitor(seed, { givenName: 'Per', familyName: 'Hansen' })
		await addPermit(seed, { visitorId: other, prisonerId })
		const later = await addSession(seed, { facilityId, startsAt: noon(9) })
		const together = await addBooking(seed, { prisonerId, party: [visitorId, other], sessionId: later })
		await addNonAssociation(ctx, { visitors: [visitor, { id: other }] })
		expect(await openCauses(db, together)).toEqual(['non-association-added'])
	})

	it('leaves alone visits in different places', async () => {
		const { ctx, facilityId, prisoner, bookingId } = await booked()
		const other = await addPair(seed, facilityId)
		const elsewhere = await addSession(seed, { facilityId, startsAt: noon(3) })
		await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId: elsewhere })
		await addNonAssociation(ctx, { prisoners: [prisoner, { id: other.prisonerId }] })
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('stands against the next booking', async () => {
		const { ctx, facilityId, sessionId, prisoner } = await booked()
		const other = await addPair(seed, facilityId)
		await addNonAssociation(ctx, { prisoners: [prisoner, { id: other.prisonerId }] })
		const outcome = await bookVisit(asVisitor(db, other.visitorId), {
			prisonerId: other.prisonerId,
			partyIds: [other.visitorId],
			place: { sessionId },
		})
		expect(outcome).toMatchObject({ ok: false, publicReasons: { kind: 'neutral' } })
	})

	it('takes two persons', async () => {
		const { ctx, prisoner } = await booked()
		await expect(addNonAssociation(ctx, { prisoners: [prisoner, prisoner] })).rejects.toMatchObject({
			code: 'incomplete',
		})
	})
})
