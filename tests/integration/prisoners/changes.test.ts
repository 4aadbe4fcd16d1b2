import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePrisoner } from '#app/services/prisoners/change-prisoner.server.ts'
import { releasePrisoner } from '#app/services/prisoners/release-prisoner.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { audit, permit } from '#db/schema/index.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPrison,
	addSession,
	asOfficer,
	clock,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

async function booked(policy: Record<string, unknown> = {}, session: Partial<Parameters<typeof addSession>[1]> = {}) {
	const prison = await addPrison(seed, policy)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3), ...session })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	return { ...prison, sessionId, bookingId, ctx: asOfficer(db, prison), prisoner: { id: prison.prisonerId } }
}

describe('a transfer', () => {
	it('puts the visits booked where the prisoner was under review, tells the family once, and changes no permit', async () => {
		const { ctx, prisoner, bookingId, visitorId, permitId } = await booked()
		const to = await addFacility(seed, { slug: 'transfer-1' })
		const outcome = await transferPrisoner(ctx, { prisoner, to, unit: 'A' })
		expect(outcome.opened).toEqual([bookingId])
		expect(await openCauses(db, bookingId)).toEqual(['prisoner-transferred'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		const [row] = await db.select().from(permit).where(eq(permit.id, permitId))
		expect(row?.state).toBe('active')
	})

	it('closes its own reviews when it leads back, with a trace and without a message', async () => {
		const { ctx, prisoner, bookingId, visitorId, facilityId } = await booked()
		const to = await addFacility(seed, { slug: 'transfer-2' })
		await transferPrisoner(ctx, { prisoner, to, unit: 'A' })
		await transferPrisoner(ctx, { prisoner, to: facilityId, unit: 'A' })
		expect(await endings(db, bookingId)).toEqual(['prisoner-transferred cause-gone'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		const trace = await db.select().from(audit).where(eq(audit.subjectId, bookingId)).orderBy(audit.id)
		expect(trace.map((row) => row.action)).toEqual(['review.open', 'review.resolve'])
	})

	it('that leads back to another unit leaves only what the unit does', async () => {
		const { ctx, prisoner, bookingId, facilityId } = await booked({}, { units: ['A'] })
		const to = await addFacility(seed, { slug: 'transfer-3' })
		await transferPrisoner(ctx, { prisoner, to, unit: 'A' })
		await transferPrisoner(ctx, { prisoner, to: facilityId, unit: 'B' })
		expect(await openCauses(db, bookingId)).toEqual(['unit-changed'])
	})

	it('while the prisoner is out is told apart from the leave: back in, it stays', async () => {
		const { ctx, prisoner, bookingId, visitorId } = await booked()
		const to = await addFacility(seed, { slug: 'transfer-4' })
		await setCustody(ctx, { prisoner, custody: 'out' })
		await transferPrisoner(ctx, { prisoner, to, unit: 'A' })
		expect(await openCauses(db, bookingId)).toEqual(['custody-out', 'prisoner-transferred'])
		await setCustody(
			asOfficer(db, { officerId: ctx.actor.kind === 'officer' ? ctx.actor.officerId : '', facilityId: to }),
			{ prisoner, custody: 'in' },
		)
		expect(await openCauses(db, bookingId)).toEqual(['prisoner-transferred'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
	})

	it('takes a unit that is there', async () => {
		const { ctx, prisoner, facilityId } = await booked()
		await expect(transferPrisoner(ctx, { prisoner, to: facilityId, unit: 'Z' })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['unit'],
		})
	})
})

describe('custody', () => {
	it('out touches every visit to come until the prisoner is in again', async () => {
		const { ctx, prisoner, bookingId, visitorId } = await booked()
		await setCustody(ctx, { prisoner, custody: 'out' })
		expect(await openCauses(db, bookingId)).toEqual(['custody-out'])
		await setCustody(ctx, { prisoner, custody: 'in' })
		expect(await openCauses(db, bookingId)).toEqual([])
		await setCustody(ctx, { prisoner, custody: 'out' })
		expect(await openCauses(db, bookingId)).toEqual(['custody-out'])
		expect(await messagesAbout(db, bookingId)).toEqual([
			`booking-under-review ${visitorId}`,
			`booking-under-review ${visitorId}`,
		])
	})

	it('told twice changes nothing the second time', async () => {
		const { ctx, prisoner, prisonerId } = await booked()
		await setCustody(ctx, { prisoner, custody: 'out' })
		expect(await setCustody(ctx, { prisoner, custody: 'out' })).toMatchObject({ opened: [], closed: [] })
		expect(await db.select().from(audit).where(eq(audit.subjectId, prisonerId))).toHaveLength(1)
	})

	it('released puts every visit to come under review', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		await releasePrisoner(ctx, { prisoner })
		expect(await openCauses(db, bookingId)).toEqual(['prisoner-released'])
	})

	it('leaves alone what is past, requested or held', async () => {
		const { ctx, prisoner, prisonerId, visitorId, facilityId, bookingId } = await booked()
		const earlier = await addSession(seed, { facilityId, startsAt: noon(-1) })
		const past = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: earlier })
		const later = await addSession(seed, { facilityId, startsAt: noon(5) })
		const requested = await addBooking(seed, { prisonerId, party: [visitorId], sessionId: later, state: 'requested' })
		expect((await releasePrisoner(ctx, { prisoner })).opened).toEqual([bookingId])
		expect(await openCauses(db, past)).toEqual([])
		expect(await openCauses(db, requested)).toEqual([])
	})
})

describe('a change of unit, level or status', () => {
	it('touches visits in sessions that are not for the prisoner any more', async () => {
		const { ctx, prisoner, bookingId } = await booked({}, { units: ['A'] })
		await changePrisoner(ctx, { prisoner, unit: 'B' })
		expect(await openCauses(db, bookingId)).toEqual(['unit-changed'])
		await changePrisoner(ctx, { prisoner, unit: 'A' })
		expect(await endings(db, bookingId)).toEqual(['unit-changed cause-gone'])
	})

	it('leaves alone a visit in a session for all', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		await changePrisoner(ctx, { prisoner, unit: 'B', securityLevel: 'low', legalStatus: 'remand' })
		expect(await openCauses(db, bookingId)).toEqual([])
	})

	it('of level touches a visit whose setting is now too open, or stricter than needed', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		await changePrisoner(ctx, { prisoner, securityLevel: 'special-high' })
		expect(await openCauses(db, bookingId)).toEqual(['security-level-changed'])
		const strict = await booked({}, { provides: ['watched', 'glass', 'no-touch', 'overheard'], setting: 'booth' })
		await changePrisoner(strict.ctx, { prisoner: strict.prisoner, securityLevel: 'special-high' })
		await changePrisoner(strict.ctx, { prisoner: strict.prisoner, securityLevel: 'low' })
		expect(await openCauses(db, strict.bookingId)).toEqual(['security-level-changed'])
	})

	it('of legal status touches a session for another status', async () => {
		const { ctx, prisoner, bookingId } = await booked({}, { legalStatuses: ['sentenced'] })
		await changePrisoner(ctx, { prisoner, legalStatus: 'remand' })
		expect(await openCauses(db, bookingId)).toEqual(['security-level-changed'])
	})

	it('does not open again a limit that an officer lifted', async () => {
		const prison = await addPrison(seed)
		const { facilityId, prisonerId, visitorId } = prison
		const sessionId = await addSession(seed, {
			facilityId,
			startsAt: noon(3),
			provides: ['watched', 'no-touch', 'glass'],
		})
		const bookingId = await addBooking(seed, {
			prisonerId,
			party: [visitorId],
			sessionId,
			liftedCodes: ['setting-stricter-than-needed'],
			liftReason: 'asked',
		})
		await changePrisoner(asOfficer(db, prison, clock), { prisoner: { id: prisonerId }, securityLevel: 'low' })
		expect(await openCauses(db, bookingId)).toEqual([])
	})
})
