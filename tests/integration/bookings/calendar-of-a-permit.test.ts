import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bookingRequestOf } from '#app/services/bookings/book.server.ts'
import { permittedCalendar, visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { newRef } from '#db/ids.ts'
import { nonAssociation, permit, prisoner, visitor } from '#db/schema/index.ts'
import { addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, asVisitor, clock, noon, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 2 })

async function refOf(table: typeof permit | typeof visitor, id: string): Promise<string> {
	const [row] = await seed.select({ ref: table.ref }).from(table).where(eq(table.id, id))
	return row?.ref ?? ''
}

async function byRef({ visitorId, permitId }: Pick<Prison, 'visitorId' | 'permitId'>, ...partyIds: string[]) {
	const partyRefs = await Promise.all(partyIds.map((id) => refOf(visitor, id)))
	const chosen = { permitRef: await refOf(permit, permitId), partyRefs, askFor: [] }
	return permittedCalendar(asVisitor(db, visitorId), chosen)
}

const byId = ({ visitorId, prisonerId }: Prison) =>
	visitCalendar(db, bookingRequestOf(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId] }), clock)

const apart = (visitorA: string, visitorB: string) => {
	const [first = '', second = ''] = [visitorA, visitorB].sort()
	return seed.insert(nonAssociation).values({ id: randomUUID(), ref: newRef(), visitorA: first, visitorB: second })
}

/** A child of the visitor's; with a permit where somebody is named. */
async function addChild(prison: Prison, prisonerId: string | null): Promise<string> {
	const guardians = [prison.visitorId]
	const childId = await addVisitor(seed, { givenName: 'Lise', familyName: 'Nordmann', born: '2015-05-05', guardians })
	if (prisonerId) await addPermit(seed, { visitorId: childId, prisonerId, relationship: 'child' })
	return childId
}

describe('the calendar of a permit', () => {
	it('is that of the same people asked by who they are', async () => {
		const prison = await addPrison(seed)
		const { facilityId, prisonerId, visitorId } = prison
		for (const days of [3, 4]) await addSession(seed, { facilityId, startsAt: noon(days) })
		const { party, calendar, choice } = await byRef(prison, visitorId)
		expect(party.map(({ id }) => id)).toEqual([visitorId])
		expect(choice.prisoner.id).toBe(prisonerId)
		expect(calendar?.sessions).toHaveLength(2)
		expect(calendar).toEqual(await byId(prison))
	})

	it('leaves out whoever may not come, and all that stands between them and others', async () => {
		const prison = await addPrison(seed)
		const { facilityId, prisonerId, visitorId } = prison
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
		const other = await addPair(seed, facilityId)
		await addBooking(seed, { prisonerId: other.prisonerId, party: [other.visitorId], sessionId })
		const [withPermit, without] = [await addChild(prison, prisonerId), await addChild(prison, null)]
		await apart(without, other.visitorId)
		const refusedTo = async (...party: string[]) => {
			const { party: coming, calendar } = await byRef(prison, ...party)
			return { coming: coming.map(({ id }) => id), refusals: calendar?.sessions[0]?.refusals.map(({ code }) => code) }
		}
		expect(await refusedTo(visitorId, withPermit, without)).toEqual({ coming: [visitorId, withPermit], refusals: [] })
		await apart(withPermit, other.visitorId)
		const both = await refusedTo(visitorId, withPermit)
		expect(both.refusals).toEqual(['non-association'])
	})

	it('counts the visitor’s own hold as given up, and nobody else’s', async () => {
		const prison = await addPrison(seed)
		const { facilityId, prisonerId, visitorId } = prison
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1 })
		const hold = { state: 'held', holdUntil: new Date(clock.getTime() + 60_000), sessionId } as const
		const mine = await addBooking(seed, { prisonerId, party: [visitorId], ...hold })
		expect((await byRef(prison, visitorId)).calendar?.sessions[0]).toMatchObject({
			refusals: [],
			session: { taken: { groups: 0 } },
		})
		const other = await addPair(seed, facilityId)
		const sister = await addVisitor(seed, { givenName: 'Anne', familyName: 'Nordmann' })
		const sisters = await addPermit(seed, { visitorId: sister, prisonerId, relationship: 'sibling' })
		for (const who of [other, { visitorId: sister, permitId: sisters }])
			expect((await byRef(who, who.visitorId)).calendar?.sessions[0]?.session.taken, mine).toEqual({
				groups: 1,
				people: 1,
			})
	})

	it('is not there when nobody is chosen who may come', async () => {
		const prison = await addPrison(seed)
		const stranger = await addPair(seed, prison.facilityId)
		for (const party of [[], [stranger.visitorId], [await addChild(prison, null)]]) {
			const found = await byRef(prison, ...party)
			expect(found.party).toEqual([])
			expect(found.calendar).toBeNull()
			expect(found.choice.mayCome.map(({ id }) => id)).toEqual([prison.visitorId])
		}
	})

	it('is not found by a permit of somebody else’s, or by none', async () => {
		const prison = await addPrison(seed)
		const { permitId } = await addPair(seed, prison.facilityId)
		for (const id of [permitId, randomUUID()])
			await expect(byRef({ ...prison, permitId: id }, prison.visitorId)).rejects.toMatchObject({ code: 'not-found' })
	})
})

describe('the calendar of someone who was moved', () => {
	it('is that of the prison where they are now, whatever was remembered before', async () => {
		const [before, after] = [await addPrison(seed), await addPrison(seed)]
		const here = await addSession(seed, { facilityId: before.facilityId, startsAt: noon(3) })
		const there = await addSession(seed, { facilityId: after.facilityId, startsAt: noon(4) })
		const shown = async () =>
			[(await byRef(before, before.visitorId)).calendar, await byId(before)].map((calendar) => ({
				facilityId: calendar?.facilityId,
				sessions: calendar?.sessions.map(({ session }) => session.id),
			}))
		const at = (facilityId: string, ...sessions: string[]) => ({ facilityId, sessions })
		// Twice, so that each is remembered.
		for (const _again of [1, 2]) expect(await shown()).toEqual(Array(2).fill(at(before.facilityId, here)))
		await seed.update(prisoner).set({ facilityId: after.facilityId }).where(eq(prisoner.id, before.prisonerId))
		for (const _again of [1, 2]) expect(await shown()).toEqual(Array(2).fill(at(after.facilityId, there)))
	})
})

it('there is no calendar of nobody', async () => {
	const prison = await addPrison(seed)
	await expect(byId({ ...prison, prisonerId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
})
