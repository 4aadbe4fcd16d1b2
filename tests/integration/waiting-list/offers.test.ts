import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { offers } from '#app/jobs/waiting-list-offers.server.ts'
import { acceptOffer } from '#app/services/waiting-list/accept-offer.server.ts'
import { withdrawEntry } from '#app/services/waiting-list/withdraw-entry.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { ban, booking, nonAssociation, permit, waitingListEntry, waitingListOffer } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addFamily,
	addPrison,
	addRelative,
	addSession,
	book,
	entryFor,
	type Family,
	hoursAfter,
	monday,
	offered,
	offersOf,
	oslo,
	placeBooking,
	stateOfEntry,
	takenOf,
	toldOf,
	visitorCtx,
} from './waiting-room.ts'

const thursday = oslo('2026-11-26T12:00')

const { db } = await openDatabase({ max: 10 })
let prison: string
let session: string

beforeEach(async () => {
	// What earlier tests left on the list would be offered places too.
	await db.update(waitingListOffer).set({ state: 'passed' }).where(eq(waitingListOffer.state, 'open'))
	await db.update(waitingListEntry).set({ state: 'withdrawn' }).where(eq(waitingListEntry.state, 'open'))
	prison = await addPrison(db)
	session = await addSession(db, prison, thursday)
})

const work = { work: [offers] }
const offerRound = (now = monday) => runDue(db, now, work)
const family = (given: Parameters<typeof addFamily>[2] = {}): Promise<Family> => addFamily(db, prison, given)

describe('a free place', () => {
	it('is offered to a waiting-list entry that it suits, kept for two hours, and told to its maker', async () => {
		const kari = await family()
		const entry = await entryFor(db, kari)
		await offerRound()
		expect(await offersOf(db, entry)).toMatchObject([
			{ sessionId: session, state: 'open', people: 1, offeredAt: monday, until: hoursAfter(monday, 2) },
		])
		expect(await takenOf(db, session)).toBe(1)
		expect(await toldOf(db, entry)).toEqual([`waiting-list-offer ${kari.visitorId}`])
	})

	it('is offered once, however often the round is made', async () => {
		const entry = await entryFor(db, await family())
		await offerRound()
		await Promise.all([offerRound(), offerRound(), offerRound()])
		expect(await offersOf(db, entry)).toHaveLength(1)
	})

	it('is kept no longer than until the notice that the prison needs', async () => {
		const soon = await addSession(db, prison, oslo('2026-11-24T10:00'))
		const entry = await entryFor(db, await family(), { to: '2026-11-24' })
		await offerRound()
		expect(await offersOf(db, entry)).toMatchObject([{ sessionId: soon, until: oslo('2026-11-23T10:00') }])
	})

	it('is not offered when that notice has passed already', async () => {
		await addSession(db, prison, oslo('2026-11-24T09:00'))
		const entry = await entryFor(db, await family(), { to: '2026-11-24' })
		await offerRound()
		expect(await offersOf(db, entry)).toEqual([])
	})

	it('is offered only on the days and in the settings that suit', async () => {
		const other = await entryFor(db, await family(), { from: '2026-11-27' })
		const booth = await entryFor(db, await family(), { settings: ['booth'] })
		await offerRound()
		expect([await offered(db, other), await offered(db, booth)]).toEqual([null, null])
	})

	it('of a hold that ran out is offered, and the hold written down as expired', async () => {
		const holder = await family()
		const at = { facilityId: prison, sessionId: session, start: thursday }
		const hold = await placeBooking(db, at, holder, { state: 'held', holdUntil: hoursAfter(monday, -1) })
		const entry = await entryFor(db, await family())
		await offerRound()
		expect(await offered(db, entry)).toBe(session)
		expect((await db.select().from(booking).where(eq(booking.id, hold)))[0]?.state).toBe('expired')
	})
})

describe('the line', () => {
	it('goes by need: no visit in the longest time, own children, far travel, the oldest waiting-list entry', async () => {
		const past = { facilityId: prison, sessionId: session, start: oslo('2026-11-12T12:00') }
		const [recent, oldest, far, child, never] = [
			await family(),
			await family(),
			await family(),
			await family({ child: true }),
			await family(),
		]
		for (const one of [recent, oldest, far, child]) await placeBooking(db, past, one, { state: 'completed' })
		await placeBooking(db, { ...past, start: oslo('2026-11-17T12:00') }, recent, { state: 'completed' })
		const entries = new Map<string, string>()
		for (const [name, one] of Object.entries({ recent, oldest, far, child, never })) {
			entries.set(await entryFor(db, one, { farTravel: name === 'far', at: hoursAfter(monday, -entries.size) }), name)
		}
		const order: (string | undefined)[] = []
		for (let turn = 0; turn < 5; turn++) {
			await offerRound(hoursAfter(monday, 2 * turn))
			for (const [entry, name] of entries) if (await offered(db, entry)) order.push(name)
		}
		expect(order).toEqual(['never', 'child', 'far', 'oldest', 'recent'])
	})

	it('begins with those whom the prison called off, for as many hours as the policy says', async () => {
		const calledOff = await family()
		const before = await family()
		const at = { facilityId: prison, sessionId: session, start: oslo('2026-11-12T12:00') }
		await placeBooking(db, at, calledOff, { state: 'completed' })
		await placeBooking(db, { ...at, start: oslo('2026-11-24T12:00') }, calledOff, {
			state: 'cancelled',
			cancelledBy: 'prison',
			endedAt: hoursAfter(monday, -47),
		})
		const neverMet = await entryFor(db, before)
		const first = await entryFor(db, calledOff)
		await offerRound()
		expect([await offered(db, first), await offered(db, neverMet)]).toEqual([session, null])
		const other = await addSession(db, prison, oslo('2026-11-27T12:00'))
		await db.update(waitingListOffer).set({ state: 'passed' }).where(eq(waitingListOffer.waitingListEntryId, first))
		await offerRound(hoursAfter(monday, 1))
		expect([await offered(db, first), await offered(db, neverMet)]).toEqual([other, session])
	})

	it('passes an offer on when it runs out, and does not offer the same place to that waiting-list entry again', async () => {
		const first = await entryFor(db, await family(), { at: hoursAfter(monday, -1) })
		const second = await entryFor(db, await family())
		await runDueUntil(db, monday, hoursAfter(monday, 3), work)
		expect([await offered(db, first), await offered(db, second)]).toEqual([null, session])
		await runDueUntil(db, hoursAfter(monday, 3), hoursAfter(monday, 9), work)
		expect([await offered(db, first), await offered(db, second)]).toEqual([null, null])
		expect([await stateOfEntry(db, first), await stateOfEntry(db, second)]).toEqual(['open', 'open'])
		expect(await takenOf(db, session)).toBe(0)
		const other = await addSession(db, prison, oslo('2026-11-28T12:00'))
		await offerRound(hoursAfter(monday, 9))
		expect(await offered(db, first)).toBe(other)
	})

	it('skips a waiting-list entry that no longer passes a rule, and keeps it', async () => {
		const banned = await family()
		const first = await entryFor(db, banned, { at: hoursAfter(monday, -1) })
		const second = await entryFor(db, await family())
		await db.insert(ban).values({
			id: newId(monday),
			ref: newRef(),
			visitorId: banned.visitorId,
			facilityId: prison,
			fromAt: monday,
			toAt: oslo('2026-12-15T00:00'),
			reason: 'test',
		})
		await offerRound()
		expect([await offered(db, first), await offered(db, second)]).toEqual([null, session])
		expect(await stateOfEntry(db, first)).toBe('open')
	})

	it('counts the people that a place has room for', async () => {
		const small = await addSession(db, prison, oslo('2026-11-27T12:00'), { groups: 5, people: 1 })
		const two = await entryFor(db, await family({ child: true }), { from: '2026-11-27', at: hoursAfter(monday, -1) })
		const one = await entryFor(db, await family(), { from: '2026-11-27' })
		await offerRound()
		expect([await offered(db, two), await offered(db, one)]).toEqual([null, small])
	})

	it("offers one prisoner's two families no places that they cannot both take", async () => {
		const kari = await family()
		const mother: Family = { ...kari, visitorId: await addRelative(db, kari.prisonerId, 'parent') }
		mother.party = [mother.visitorId]
		await addSession(db, prison, oslo('2026-11-27T12:00'))
		const first = await entryFor(db, kari, { at: hoursAfter(monday, -1) })
		const second = await entryFor(db, mother)
		await offerRound()
		expect([await offered(db, first), await offered(db, second)]).toEqual([session, null])
	})

	it('never offers two people places at which they would meet, though they are to be kept apart', async () => {
		const [kari, ola] = [await family(), await family()]
		const [prisonerA, prisonerB] = [kari.prisonerId, ola.prisonerId].sort()
		await db.insert(nonAssociation).values({ id: newId(monday), ref: newRef(), prisonerA, prisonerB })
		const hall = { area: 'hall', groups: 3 }
		const big = await addSession(db, prison, oslo('2026-12-01T12:00'), hall)
		const days = { from: '2026-12-01', to: '2026-12-01' }
		const first = await entryFor(db, kari, { ...days, at: hoursAfter(monday, -1) })
		const second = await entryFor(db, ola, days)
		await offerRound()
		expect([await offered(db, first), await offered(db, second)]).toEqual([big, null])
	})

	it('gives a family one offer at a time, however many waiting-list entries it has', async () => {
		const kari = await family()
		await addSession(db, prison, oslo('2026-12-03T12:00'))
		const entries = [await entryFor(db, kari), await entryFor(db, kari)]
		await offerRound()
		const offers = await Promise.all(entries.map((entry) => offered(db, entry)))
		expect(offers.filter((offer) => offer !== null)).toHaveLength(1)
	})
})

describe('a waiting-list entry', () => {
	it('lapses when its last day is over, not before', async () => {
		const entry = await entryFor(db, await family(), { to: '2026-11-24', settings: ['booth'] })
		await runDueUntil(db, monday, oslo('2026-11-24T23:59'), work)
		expect(await stateOfEntry(db, entry)).toBe('open')
		await runDueUntil(db, oslo('2026-11-24T23:59'), oslo('2026-11-25T00:00'), work)
		expect(await stateOfEntry(db, entry)).toBe('lapsed')
	})

	it('that is withdrawn gives its place to the next one at once', async () => {
		const kari = await family()
		const first = await entryFor(db, kari, { at: hoursAfter(monday, -1) })
		const second = await entryFor(db, await family())
		await offerRound()
		await withdrawEntry(visitorCtx(db, kari.visitorId), { entry: { id: first } })
		expect(await stateOfEntry(db, first)).toBe('withdrawn')
		expect([await offered(db, first), await offered(db, second)]).toEqual([null, session])
		expect(await takenOf(db, session)).toBe(1)
		// Pressed again it stays withdrawn.
		await withdrawEntry(visitorCtx(db, kari.visitorId), { entry: { id: first } })
		expect([await offered(db, second), await takenOf(db, session)]).toEqual([session, 1])
	})

	it('of somebody else does not exist', async () => {
		const entry = await entryFor(db, await family())
		const stranger = await family()
		await offerRound()
		const ctx = visitorCtx(db, stranger.visitorId)
		await expect(withdrawEntry(ctx, { entry: { id: entry } })).rejects.toMatchObject({ code: 'not-found' })
		await expect(acceptOffer(ctx, { entry: { id: entry } })).rejects.toMatchObject({ code: 'not-found' })
	})

	it('is not offered a place that its own booking keeps it from', async () => {
		const kari = await family()
		const entry = await entryFor(db, kari)
		await book(db, kari, session)
		await addSession(db, prison, oslo('2026-11-27T12:00'))
		await offerRound()
		expect(await offered(db, entry)).toBeNull()
	})

	it('without a permit that opens for visits is skipped', async () => {
		const kari = await family()
		const entry = await entryFor(db, kari)
		await db.update(permit).set({ state: 'suspended' }).where(eq(permit.visitorId, kari.visitorId))
		await offerRound()
		expect([await offered(db, entry), await stateOfEntry(db, entry)]).toEqual([null, 'open'])
	})
})
