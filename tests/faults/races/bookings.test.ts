import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerRequest } from '#app/services/bookings/answer-request.server.ts'
import { bookVisit, holdPlace } from '#app/services/bookings/book.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import { checkIn } from '#app/services/bookings/let-in.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { addNonAssociation, type NonAssociationInput } from '#app/services/restrictions/add-non-association.server.ts'
import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { addOfficer, addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { deadlocks, overlaps, waitingForLocks, wrongSessions } from '#tests/support/history/invariants.ts'
import { addBooking, addPair, addPrison, addSession, asOfficer, asVisitor, clock, noon } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 16 })
afterEach(async () => {
	expect(await wrongSessions(seed)).toEqual([])
	expect(await overlaps(seed)).toEqual([])
	expect(await deadlocks(seed)).toBe(0)
})

const rounds = 8

interface Pair {
	prisonerId: string
	visitorId: string
}

const book = ({ prisonerId, visitorId }: Pair, sessionId: string, idempotencyKey: string | null = null) =>
	bookVisit(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId], place: { sessionId }, idempotencyKey })

const codesOf = (outcome: Awaited<ReturnType<typeof book>>) =>
	outcome.ok ? 'booked' : outcome.refusals.map(({ code }) => code).join()

/** What a use case came to, with the code of the error it was answered with. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work
		return 'done'
	} catch (error) {
		if (error instanceof ServiceError) return error.code
		throw error
	}
}

describe('one place', () => {
	it('goes to one of two hundred, and the others are told that it is full', async () => {
		const { facilityId } = await addPrison(seed)
		const pairs = await Promise.all(Array.from({ length: 200 }, () => addPair(seed, facilityId)))
		const sessionId = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1 })
		const outcomes = await Promise.all(pairs.map((pair) => book(pair, sessionId)))
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
		expect([...new Set(outcomes.map(codesOf))].sort()).toEqual(['booked', 'session-full'])
	})

	it('is booked once by thirty clicks, and each is answered alike', async () => {
		const prison = await addPrison(seed, { visitsPerWeek: 50 })
		const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3) })
		const idempotencyKey = randomUUID()
		const outcomes = await Promise.all(Array.from({ length: 30 }, () => book(prison, sessionId, idempotencyKey)))
		const refs = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.booking.ref : codesOf(outcome))))
		expect(refs.size).toBe(1)
		const rows = await seed.execute(sql`select id from booking where session_id = ${sessionId}`)
		expect(rows).toHaveLength(1)
		const told = await seed.execute(
			sql`select id from message where booking_id in (select id from booking where session_id = ${sessionId})`,
		)
		expect(told).toHaveLength(1)
	})
})

describe('two who must never meet', () => {
	it('are not both in an area at one time, though they book at the same moment', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const [one, other] = [await addPair(seed, facilityId), await addPair(seed, facilityId)]
			const two: NonAssociationInput =
				round % 2 === 0
					? { prisoners: [{ id: one.prisonerId }, { id: other.prisonerId }] }
					: { visitors: [{ id: one.visitorId }, { id: other.visitorId }] }
			await addNonAssociation(asOfficer(db, prison), two)
			const area = randomUUID()
			const early = await addSession(seed, { facilityId, startsAt: noon(3), area })
			const late = await addSession(seed, { facilityId, startsAt: new Date(noon(3).getTime() + 1_800_000), area })
			const outcomes = (await Promise.all([book(one, early), book(other, late)])).map(codesOf)
			expect(outcomes.sort()).toEqual(['booked', 'non-association'])
		}
	})
})

describe('a limit', () => {
	it('of visits a week holds for two relatives who book at the same moment', async () => {
		const { facilityId } = await addPrison(seed)
		for (let round = 0; round < rounds; round++) {
			const mother = await addPair(seed, facilityId)
			const sister = { prisonerId: mother.prisonerId, visitorId: await relative(mother.prisonerId) }
			const [monday, friday] = [
				await addSession(seed, { facilityId, startsAt: noon(7) }),
				await addSession(seed, { facilityId, startsAt: noon(11) }),
			]
			const outcomes = (await Promise.all([book(mother, monday), book(sister, friday)])).map(codesOf)
			expect(outcomes.sort()).toEqual(['booked', 'weekly-visit-limit'])
		}
	})

	it('of one place at a time holds for a visitor at two facilities', async () => {
		const [here, there] = [await addPrison(seed), await addPrison(seed)]
		for (let round = 0; round < rounds; round++) {
			const one = await addPair(seed, here.facilityId)
			const { prisonerId } = await addPair(seed, there.facilityId)
			await addPermit(seed, { visitorId: one.visitorId, prisonerId, relationship: 'sibling' })
			const session = (facilityId: string) => addSession(seed, { facilityId, startsAt: noon(3) })
			const [near, far] = [await session(here.facilityId), await session(there.facilityId)]
			const outcomes = await Promise.all([book(one, near), book({ prisonerId, visitorId: one.visitorId }, far)])
			expect(outcomes.map(codesOf).sort()).toEqual(['booked', 'visitor-already-booked'])
		}
	})
})

describe('a hold that runs out', () => {
	it('while it is confirmed goes to its holder or to whoever asks, and never to both', async () => {
		const { facilityId } = await addPrison(seed)
		const later = new Date(clock.getTime() + 11 * 60_000)
		for (let round = 0; round < 2 * rounds; round++) {
			const [holder, other] = [await addPair(seed, facilityId), await addPair(seed, facilityId)]
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1 })
			const held = await holdPlace(asVisitor(db, holder.visitorId), {
				prisonerId: holder.prisonerId,
				partyIds: [holder.visitorId],
				place: { sessionId },
			})
			if (!held.ok) throw new Error('There is no hold')
			const confirm = () => confirmHold(asVisitor(db, holder.visitorId, later), { hold: { id: held.booking.id } })
			const take = () =>
				bookVisit(asVisitor(db, other.visitorId, later), {
					prisonerId: other.prisonerId,
					partyIds: [other.visitorId],
					place: { sessionId },
				})
			const [mine, theirs] = round % 2 ? await Promise.all([confirm(), take()]) : await takeFirst(take, confirm)
			expect([mine.ok, theirs.ok].filter(Boolean)).toHaveLength(1)
			expect(codesOf(mine.ok ? theirs : mine)).toBe(mine.ok ? 'session-full' : 'session-full,hold-expired')
		}
	})
})

describe('two use cases on one booking', () => {
	it('a cancellation and a check-in: one is done, the other is told that it came too late', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, { facilityId, startsAt: new Date(clock.getTime() + 600_000) })
			const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
			const officer = asOfficer(db, prison)
			const both = await Promise.all([
				outcomeOf(cancelBooking(officer, { booking: { id }, onBehalfOf: 'prison', reason: 'staffing' })),
				outcomeOf(checkIn(officer, { booking: { id } })),
			])
			expect(both.sort()).toEqual(['done', 'wrong-state'])
		}
	})

	it('two officers answer one request: one answer counts', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		const colleague = await addOfficer(seed, {
			name: 'Colleague',
			issuer: 'test',
			subject: facilityId,
			roles: [{ facilityId, role: 'visit-officer' }],
		})
		for (let round = 0; round < rounds; round++) {
			const { prisonerId, visitorId } = await addPair(seed, facilityId)
			const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
			const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId, state: 'requested' })
			const answer = (officerId: string, approve: boolean) =>
				outcomeOf(
					answerRequest(asOfficer(db, { officerId, facilityId }), { booking: { id }, approve, reason: 'full house' }),
				)
			const both = await Promise.all([answer(prison.officerId, true), answer(colleague, round % 2 === 0)])
			expect(both.sort()).toEqual(['done', 'wrong-state'])
			const told = await seed.execute(sql`select kind from message where booking_id = ${id}`)
			expect(told).toHaveLength(1)
		}
	})

	it('a request that the family moves while an officer answers is answered where it is, or not at all', async () => {
		const prison = await addPrison(seed)
		const { facilityId } = prison
		const { prisonerId, visitorId } = await addPair(seed, facilityId)
		const [before, after] = [
			await addSession(seed, { facilityId, startsAt: noon(3) }),
			await addSession(seed, { facilityId, startsAt: noon(4) }),
		]
		const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: before, state: 'requested' })
		let answering: Promise<string> = Promise.resolve('')
		await db.transaction(async (tx) => {
			await lockPrisoners(tx, [prisonerId])
			answering = outcomeOf(answerRequest(asOfficer(db, prison), { booking: { id }, approve: true }))
			await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(1), 10_000)
			const [startsAt, endsAt] = [noon(4), noon(4, 13)]
			const place = { sessionId: after, area: after, startsAt, endsAt, blockedUntil: endsAt }
			await updateBooking(tx, id, ['requested'], { ...place, version: 1 })
		})
		expect(await answering).toBe('wrong-state')
		const [found] = await seed.execute(sql`select state, session_id from booking where id = ${id}`)
		expect(found).toEqual({ state: 'requested', session_id: after })
	})
})

/** The other one's use case begins a moment earlier. */
async function takeFirst<A, B>(first: () => Promise<B>, second: () => Promise<A>): Promise<[A, B]> {
	const begun = first()
	await db.execute(sql`select 1`)
	const other = second()
	return [await other, await begun]
}

async function relative(prisonerId: string): Promise<string> {
	const visitorId = await addVisitor(seed, { givenName: 'Anne', familyName: 'Nordmann' })
	await addPermit(seed, { visitorId, prisonerId, relationship: 'sibling' })
	return visitorId
}
