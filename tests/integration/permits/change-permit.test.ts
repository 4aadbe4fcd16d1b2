import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePermit, type PermitChange } from '#app/services/permits/change-permit.server.ts'
import { officerRelation, permit } from '#db/schema/index.ts'
import { addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, asOfficer, day, endings, noon, openCauses } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

async function booked(session: Partial<Parameters<typeof addSession>[1]> = {}) {
	const prison = await addPrison(seed)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3), ...session })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	const ctx = asOfficer(db, prison)
	const change = (fields: PermitChange) => changePermit(ctx, { permit: { id: prison.permitId }, change: fields })
	return { ...prison, sessionId, bookingId, ctx, change }
}

describe('a change of a permit', () => {
	it.each<[string, PermitChange]>([
		['suspended', { state: 'suspended' }],
		['ended', { state: 'ended' }],
		['for the phone alone', { channels: ['phone'] }],
		['no longer valid on the day', { validTo: day(2) }],
		['overdue on the day', { recheckDue: day(2) }],
		['with a control that the session lacks', { controls: ['glass'] }],
	])('touches the visit: %s', async (_, fields) => {
		const { change, bookingId } = await booked()
		await change(fields)
		expect(await openCauses(db, bookingId)).toEqual(['permit-changed'])
	})

	it.each<[string, PermitChange]>([
		['still valid on the day', { validTo: day(3) }],
		['a control that the session has', { controls: ['watched'] }],
		['another relationship', { relationship: 'spouse' }],
		['not for the phone', { channels: ['visit'] }],
	])('leaves the visit alone: %s', async (_, fields) => {
		const { change, bookingId } = await booked()
		await change(fields)
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('touches a visit that is stricter than it needs once a control is taken back', async () => {
		const { change, bookingId } = await booked({ provides: ['watched', 'no-touch', 'glass'] })
		await change({ controls: ['glass'] })
		expect(await openCauses(db, bookingId)).toEqual([])
		await change({ controls: [] })
		expect(await openCauses(db, bookingId)).toEqual(['permit-changed'])
	})

	it('active again closes its review, and only its own', async () => {
		const { change, prisonerId, visitorId, facilityId, ctx } = await booked()
		const other = await addVisitor(seed, { givenName: 'Per', familyName: 'Hansen' })
		const theirs = await addPermit(seed, { visitorId: other, prisonerId })
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(9) })
		const together = await addBooking(seed, { prisonerId, party: [visitorId, other], sessionId })
		await change({ state: 'suspended' })
		await changePermit(ctx, { permit: { visitorId: other, prisonerId }, change: { state: 'suspended' } })
		await change({ state: 'active' })
		expect(await endings(db, together)).toEqual(['permit-changed cause-gone', 'permit-changed open'])
		await changePermit(ctx, { permit: { id: theirs }, change: { state: 'active' } })
		expect(await openCauses(db, together)).toEqual([])
	})

	it("of a guardian's consent touches the child's visit", async () => {
		const { prisonerId, visitorId, facilityId, ctx } = await booked()
		const child = await addVisitor(seed, {
			givenName: 'Lise',
			familyName: 'Nordmann',
			born: '2018-01-01',
			guardians: [visitorId],
		})
		const permitId = await addPermit(seed, { visitorId: child, prisonerId, relationship: 'child' })
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(9) })
		const together = await addBooking(seed, { prisonerId, party: [visitorId, child], sessionId })
		await changePermit(ctx, { permit: { id: permitId }, change: { guardianConsent: false } })
		expect(await openCauses(db, together)).toEqual(['permit-changed'])
	})

	it('that moves its dates on lets a lapsed permit be active again', async () => {
		const { change, permitId, bookingId } = await booked()
		await change({ recheckDue: day(-1) })
		const [lapsed] = await db.select().from(permit).where(eq(permit.id, permitId))
		expect(lapsed?.state).toBe('lapsed')
		await change({ recheckDue: day(100) })
		const [active] = await db.select().from(permit).where(eq(permit.id, permitId))
		expect(active?.state).toBe('active')
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('never lets an official visit be overheard, nor its language be chosen', async () => {
		const { prisonerId, ctx } = await booked()
		const counsel = await addVisitor(seed, { givenName: 'Eva', familyName: 'Lund' })
		const id = await addPermit(seed, {
			visitorId: counsel,
			prisonerId,
			track: 'official',
			officialKind: 'defence-counsel',
		})
		for (const control of ['overheard', 'language'] as const) {
			await expect(changePermit(ctx, { permit: { id }, change: { controls: [control] } })).rejects.toMatchObject({
				code: 'not-allowed',
			})
		}
		await expect(changePermit(ctx, { permit: { id }, change: { controls: ['glass'] } })).resolves.toMatchObject({
			permit: { controls: ['no-touch', 'glass'] },
		})
	})

	it('to the official track takes a kind', async () => {
		const { change } = await booked()
		await expect(change({ track: 'official' })).rejects.toMatchObject({ code: 'incomplete', fields: ['officialKind'] })
	})

	it('to the other track touches a visit in a session of the old one', async () => {
		const { change, bookingId } = await booked()
		await change({ track: 'official', officialKind: 'lawyer' })
		expect(await openCauses(db, bookingId)).toEqual(['permit-changed'])
	})

	it('is not for an officer who is related to the visitor', async () => {
		const { change, officerId, visitorId } = await booked()
		await seed.insert(officerRelation).values({ officerId, visitorId })
		await expect(change({ state: 'suspended' })).rejects.toMatchObject({ code: 'not-allowed' })
	})
})
