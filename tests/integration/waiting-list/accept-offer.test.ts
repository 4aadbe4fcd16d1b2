import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { runDue } from '#app/jobs/run-due.server.ts'
import { offers } from '#app/jobs/waiting-list-offers.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { acceptOffer } from '#app/services/waiting-list/accept-offer.server.ts'
import { addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import { withdrawEntry } from '#app/services/waiting-list/withdraw-entry.server.ts'
import { booking, message, permit, waitingListEntry } from '#db/schema/index.ts'
import { addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addFamily,
	addPrison,
	addSession,
	book,
	entryFor,
	type Family,
	hoursAfter,
	monday,
	offered,
	offersOf,
	officerCtx,
	oslo,
	stateOfEntry,
	takenOf,
	visitorCtx,
} from './waiting-room.ts'

const thursday = oslo('2026-11-26T12:00')

const { db } = await openDatabase({ max: 12 })
let prison: string
let session: string
let kari: Family

beforeEach(async () => {
	prison = await addPrison(db)
	session = await addSession(db, prison, thursday)
	kari = await addFamily(db, prison)
})

const offerRound = (now = monday) => runDue(db, now, { work: [offers] })
const bookingsOf = (family: Family) => db.select().from(booking).where(eq(booking.prisonerId, family.prisonerId))
const messagesTo = async (visitorId: string) =>
	(await db.select().from(message).where(eq(message.toVisitorId, visitorId))).map(({ kind }) => kind)

async function settled(calls: Promise<unknown>[]): Promise<string[]> {
	const results = await Promise.allSettled(calls)
	return results.map((result) =>
		result.status === 'fulfilled'
			? 'done'
			: result.reason instanceof ServiceError
				? result.reason.code
				: String(result.reason),
	)
}

describe('who accepts an offer', () => {
	it('gets the place that was kept, and the waiting-list entry is fulfilled', async () => {
		const id = await entryFor(db, kari)
		await offerRound()
		const outcome = await acceptOffer(visitorCtx(db, kari.visitorId), { entry: { id } })
		expect(outcome).toMatchObject({
			ok: true,
			booking: { sessionId: session, state: 'confirmed', visitorIds: kari.party },
		})
		const [row] = await db.select().from(waitingListEntry).where(eq(waitingListEntry.id, id))
		expect(row).toMatchObject({ state: 'fulfilled', bookingId: outcome.ok ? outcome.booking.id : '' })
		expect((await offersOf(db, id)).map(({ state }) => state)).toEqual(['accepted'])
		expect(await takenOf(db, session)).toBe(1)
		expect(await messagesTo(kari.visitorId)).toEqual(['waiting-list-offer', 'booking-confirmed'])
	})

	it('asks where an officer answers', async () => {
		const other = await addPrison(db, { approval: 'request' })
		const family = await addFamily(db, other)
		await addSession(db, other, thursday)
		const id = await entryFor(db, family)
		await offerRound()
		const outcome = await acceptOffer(visitorCtx(db, family.visitorId), { entry: { id } })
		expect(outcome).toMatchObject({ ok: true, booking: { state: 'requested' } })
		expect(await messagesTo(family.visitorId)).toEqual(['waiting-list-offer', 'booking-requested'])
	})

	it('is refused by what has come to stand against it, and then nothing is written', async () => {
		const id = await entryFor(db, kari)
		await offerRound()
		await db.update(permit).set({ state: 'suspended' }).where(eq(permit.visitorId, kari.visitorId))
		const outcome = await acceptOffer(visitorCtx(db, kari.visitorId), { entry: { id } })
		expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'permit-not-active' }] })
		expect(await offered(db, id)).toBe(session)
		expect([await stateOfEntry(db, id), await takenOf(db, session)]).toEqual(['open', 1])
		expect(await bookingsOf(kari)).toEqual([])
	})

	it('is told wrong-state when nothing is on offer, or it has run out', async () => {
		const id = await entryFor(db, kari)
		const accept = (now: Date) => acceptOffer(visitorCtx(db, kari.visitorId, now), { entry: { id } })
		await expect(accept(monday)).rejects.toMatchObject({ code: 'wrong-state' })
		await offerRound()
		await expect(accept(hoursAfter(monday, 2))).rejects.toMatchObject({ code: 'wrong-state' })
		expect(await accept(new Date(hoursAfter(monday, 2).getTime() - 1))).toMatchObject({ ok: true })
	})

	it('in two tabs at once books once', async () => {
		const id = await entryFor(db, kari)
		await offerRound()
		const accept = () => acceptOffer(visitorCtx(db, kari.visitorId), { entry: { id } })
		expect((await settled([accept(), accept(), accept()])).sort()).toEqual(['done', 'wrong-state', 'wrong-state'])
		expect(await bookingsOf(kari)).toHaveLength(1)
		expect(await takenOf(db, session)).toBe(1)
	})

	it('with one form sent twice gets the same answer twice', async () => {
		const id = await entryFor(db, kari)
		await offerRound()
		const idempotencyKey = randomUUID()
		const accept = () => acceptOffer(visitorCtx(db, kari.visitorId), { entry: { id }, idempotencyKey })
		const [one, other] = await Promise.all([accept(), accept()])
		expect(one.ok && other.ok && one.booking.id === other.booking.id).toBe(true)
		expect(await bookingsOf(kari)).toHaveLength(1)
	})

	it('while withdrawing it either has the place or has left the list', async () => {
		const id = await entryFor(db, kari, { at: hoursAfter(monday, -1) })
		const next = await entryFor(db, await addFamily(db, prison))
		await offerRound()
		const ctx = visitorCtx(db, kari.visitorId)
		const outcomes = await settled([acceptOffer(ctx, { entry: { id } }), withdrawEntry(ctx, { entry: { id } })])
		expect([...outcomes].sort()).toEqual(['done', 'wrong-state'])
		expect(await takenOf(db, session)).toBe(1)
		const accepted = outcomes[0] === 'done'
		expect(await stateOfEntry(db, id)).toBe(accepted ? 'fulfilled' : 'withdrawn')
		expect(await offered(db, next)).toBe(accepted ? null : session)
	})

	it('at the moment when it passes on never leaves two with one place', async () => {
		const id = await entryFor(db, kari, { at: hoursAfter(monday, -1) })
		const next = await entryFor(db, await addFamily(db, prison))
		await offerRound()
		const end = hoursAfter(monday, 2)
		const justBefore = new Date(end.getTime() - 1)
		await settled([acceptOffer(visitorCtx(db, kari.visitorId, justBefore), { entry: { id } }), offerRound(end)])
		expect(await takenOf(db, session)).toBe(1)
		const met = (await stateOfEntry(db, id)) === 'fulfilled'
		expect(await offered(db, next)).toBe(met ? null : session)
	})
})

describe('a place that is kept for a waiting-list entry', () => {
	it('is full for everyone else', async () => {
		await entryFor(db, kari)
		await offerRound()
		const stranger = await addFamily(db, prison)
		await expect(book(db, stranger, session)).rejects.toThrow('Refused: session-full')
	})

	it('never takes more than there is, when bookings and offers race for it', async () => {
		const hall = await addSession(db, prison, oslo('2026-12-02T12:00'), { groups: 4 })
		const families = await Promise.all(Array.from({ length: 8 }, () => addFamily(db, prison)))
		const entries = await Promise.all(
			families.slice(0, 4).map((family) => entryFor(db, family, { from: '2026-12-02' })),
		)
		const outcomes = await settled([
			offerRound(),
			offerRound(),
			...families.slice(4).map((family) => book(db, family, hall).catch((error: Error) => error.message)),
		])
		expect(new Set(outcomes)).toEqual(new Set(['done']))
		const open = (await Promise.all(entries.map((id) => offered(db, id)))).filter((id) => id === hall).length
		const booked = (await db.select().from(booking).where(eq(booking.sessionId, hall))).length
		expect(open + booked).toBe(4)
		expect(await takenOf(db, hall)).toBe(4)
		await settled(
			entries.map((id, at) => acceptOffer(visitorCtx(db, families[at]?.visitorId ?? ''), { entry: { id } })),
		)
		expect(await takenOf(db, hall)).toBe(4)
		expect(await db.select().from(booking).where(eq(booking.sessionId, hall))).toHaveLength(4)
	})
})

describe('who makes a waiting-list entry', () => {
	const days = { from: '2026-11-24', to: '2026-11-30' }
	const make = (visitorId: string, input: Partial<Parameters<typeof addEntry>[1]> = {}) =>
		addEntry(visitorCtx(db, visitorId), { prisonerId: kari.prisonerId, partyIds: [visitorId], ...days, ...input })

	it('needs a permit for each of the party, and is told so as when booking', async () => {
		const stranger = await addVisitor(db, { givenName: 'Nils', familyName: 'Moe' })
		const permitMissing = { ok: false, refusals: [{ code: 'permit-missing' }] }
		expect(await make(stranger)).toMatchObject({
			...permitMissing,
			publicReasons: { kind: 'plain', items: [{ code: 'permit-missing', about: 'you' }] },
		})
		expect(await make(kari.visitorId, { partyIds: [kari.visitorId, stranger] })).toMatchObject({
			...permitMissing,
			publicReasons: { kind: 'plain', items: [{ code: 'permit-missing', about: 'someone', visitorIds: [] }] },
		})
	})

	it('is in the party, and stands there once', async () => {
		const other = await addVisitor(db, { givenName: 'Nils', familyName: 'Moe' })
		await addPermit(db, { visitorId: other, prisonerId: kari.prisonerId })
		expect(await make(kari.visitorId, { partyIds: [other] })).toMatchObject({
			refusals: [{ code: 'booker-not-in-party' }],
		})
		expect(await make(kari.visitorId, { partyIds: [kari.visitorId, kari.visitorId] })).toMatchObject({
			refusals: [{ code: 'duplicate-visitor' }],
		})
	})

	it('names days of the calendar that are still to come', async () => {
		const incomplete = { code: 'incomplete', fields: ['to'] }
		await expect(make(kari.visitorId, { to: '2026-11-23' })).rejects.toMatchObject(incomplete)
		await expect(make(kari.visitorId, { from: '2026-11-01', to: '2026-11-22' })).rejects.toMatchObject(incomplete)
		await expect(make(kari.visitorId, { to: '2026-11-31' })).rejects.toMatchObject(incomplete)
		expect(await make(kari.visitorId, { from: '2026-11-01', to: '2026-11-23' })).toMatchObject({ ok: true })
	})

	it('with one form makes one waiting-list entry', async () => {
		const idempotencyKey = randomUUID()
		const outcomes = await Promise.all([
			make(kari.visitorId, { idempotencyKey }),
			make(kari.visitorId, { idempotencyKey }),
		])
		expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.entry.id : '')))).toHaveProperty('size', 1)
		const stranger = await addFamily(db, prison)
		await expect(make(stranger.visitorId, { idempotencyKey, prisonerId: stranger.prisonerId })).rejects.toMatchObject({
			code: 'not-found',
		})
	})

	it('is a visitor', async () => {
		const ctx = officerCtx(db, prison, randomUUID())
		const input = { prisonerId: kari.prisonerId, partyIds: kari.party, ...days }
		await expect(addEntry(ctx, input)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(make(kari.visitorId, { prisonerId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
	})
})
