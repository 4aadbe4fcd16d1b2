import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { visitForOfficer, visitsOfDay } from '#app/services/bookings/day.server.ts'
import { checkIn } from '#app/services/bookings/let-in.server.ts'
import { newCode, newRef } from '#db/ids.ts'
import { ban, courtRestriction, nonAssociation, permit, prisoner, protectiveOrder } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, asOfficer, day, noon, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

const [fromAt, toAt] = [noon(0), noon(30)]
const ids = () => ({ id: randomUUID(), ref: newRef() })

interface At {
	prison: Prison
	sessionId: string
}

const stops: [code: string, put: (at: At) => Promise<unknown>][] = [
	['permit-not-active', ({ prison }) => ofPermit(prison, { state: 'suspended' })],
	['permit-not-active', ({ prison }) => ofPermit(prison, { validTo: day(2) })],
	['permit-not-active', ({ prison }) => ofPermit(prison, { recheckDue: day(2) })],
	[
		'visitor-banned',
		({ prison: { visitorId } }) =>
			seed.insert(ban).values({ ...ids(), visitorId, facilityId: null, fromAt, toAt, reason: 'x' }),
	],
	[
		'protective-order',
		({ prison: { visitorId, prisonerId } }) =>
			seed.insert(protectiveOrder).values({ ...ids(), visitorId, prisonerId, fromAt, toAt }),
	],
	[
		'protective-order',
		({ prison: { visitorId, prisonerId } }) =>
			seed.insert(protectiveOrder).values({ ...ids(), visitorId, prisonerId, fromAt, toAt: null }),
	],
	[
		'protective-order',
		({ prison: { visitorId, prisonerId } }) => {
			const over = { fromAt, toAt: noon(1), clockStopped: true }
			return seed.insert(protectiveOrder).values({ ...ids(), visitorId, prisonerId, ...over })
		},
	],
	[
		'court-restriction',
		({ prison: { prisonerId } }) =>
			seed.insert(courtRestriction).values({
				...ids(),
				...{ prisonerId, type: 'isolation', orderReference: 'x', fromAt, toAt, coversOfficial: false },
			}),
	],
	[
		'prisoner-released',
		({ prison: { prisonerId } }) =>
			seed.update(prisoner).set({ custody: 'released' }).where(eq(prisoner.id, prisonerId)),
	],
	[
		'non-association',
		async ({ prison: { facilityId, prisonerId }, sessionId }) => {
			const other = await addPair(seed, facilityId)
			await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
			const [prisonerA = '', prisonerB = ''] = [prisonerId, other.prisonerId].sort()
			await seed.insert(nonAssociation).values({ ...ids(), prisonerA, prisonerB })
		},
	],
	[
		'non-association',
		async ({ prison: { facilityId, visitorId }, sessionId }) => {
			const other = await addPair(seed, facilityId)
			await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
			const [visitorA = '', visitorB = ''] = [visitorId, other.visitorId].sort()
			await seed.insert(nonAssociation).values({ ...ids(), visitorA, visitorB })
		},
	],
]

const ofPermit = ({ permitId }: Prison, change: Partial<typeof permit.$inferInsert>) =>
	seed.update(permit).set(change).where(eq(permit.id, permitId))

async function visit() {
	const prison = await addPrison(seed)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3) })
	const code = newCode()
	const id = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId, code })
	return { at: { prison, sessionId }, code, id, ctx: asOfficer(db, prison, noon(3)) }
}

describe('the gate, the list of the day and the press agree', () => {
	it.each(stops)('that %s stops a visit', async (stop, put) => {
		const { at, code, id, ctx } = await visit()
		expect((await visitForOfficer(ctx, { code }))?.visit.gate.stopped).toBe(false)
		await put(at)
		const shown = await visitForOfficer(ctx, { code })
		expect([shown?.visit.gate.stops.map((one) => one.code), shown?.actions.includes('check-in')]).toEqual([
			[stop],
			false,
		])
		const listed = (await visitsOfDay(ctx, localDate(noon(3)))).find((one) => one.visit.code === code)
		expect(listed?.visit.gate).toEqual(shown?.visit.gate)
		const pressed = await checkIn(ctx, { booking: { id } })
		expect(!pressed.ok && pressed.refusals.map((one) => one.code)).toEqual([stop])
	})

	it('that a ban of another prison and an order that is over stop nobody', async () => {
		const { at, code, id, ctx } = await visit()
		const { visitorId, prisonerId } = at.prison
		const elsewhere = await addPrison(seed)
		const { facilityId } = elsewhere
		await seed.insert(ban).values({ ...ids(), visitorId, facilityId, fromAt, toAt, reason: 'x' })
		await seed.insert(protectiveOrder).values({ ...ids(), visitorId, prisonerId, fromAt, toAt: noon(1) })
		expect((await visitForOfficer(ctx, { code }))?.visit.gate.stopped).toBe(false)
		expect(await checkIn(ctx, { booking: { id } })).toMatchObject({ ok: true })
	})
})

it('an officer without the permission learns that a visit is stopped, and not by what', async () => {
	const grants: RoleGrant[] = [{ role: 'visit-officer', facilityId: null }]
	for (const [stop, put] of stops) {
		const { at, code } = await visit()
		await put(at)
		const gate = (await visitForOfficer(asOfficer(db, at.prison, noon(3), grants), { code }))?.visit.gate
		const isWithheld = ['protective-order', 'court-restriction', 'non-association'].includes(stop)
		expect([gate?.stopped, gate?.stops.length, gate?.withheld]).toEqual([true, isWithheld ? 0 : 1, isWithheld])
	}
})
