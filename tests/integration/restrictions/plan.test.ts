import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import type { RestrictionPlan } from '#app/forms/restrictions.ts'
import {
	peopleOfPlan,
	previewRestriction,
	recordRestriction,
} from '#app/services/restrictions/plan-restriction.server.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	courtRestriction,
	message,
	nonAssociation,
	prisoner,
	protectiveOrder,
	topUp,
	visitor,
	waitingListEntry,
	waitingListVisitor,
} from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	clock,
	day,
	noon,
	openCauses,
	type Prison,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

let prison: Prison
let bookingId: string
let refs: { prisoner: string; visitor: string }
const today = localDate(clock)
const ground = () => ({
	...({
		idempotencyKey: randomUUID(),
		reference: '26-9',
		source: 'police',
		reason: 'Threats',
		reviewOn: day(90),
	} as const),
})

beforeEach(async () => {
	prison = await addPrison(seed)
	const { facilityId, prisonerId, visitorId } = prison
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
	bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	const [one] = await seed.select().from(prisoner).where(eq(prisoner.id, prisonerId))
	const [other] = await seed.select().from(visitor).where(eq(visitor.id, visitorId))
	refs = { prisoner: one?.ref ?? '', visitor: other?.ref ?? '' }
	const entryId = randomUUID()
	await seed.insert(waitingListEntry).values({
		...{ id: entryId, ref: newRef(), createdBy: visitorId, prisonerId, firstDate: day(1), lastDate: day(20) },
		...{ farTravel: false, state: 'open', createdAt: clock },
	})
	await seed.insert(waitingListVisitor).values({ waitingListEntryId: entryId, visitorId })
	await seed.insert(topUp).values({
		...{ id: newId(clock), ref: newRef(), payerId: visitorId, prisonerId, facilityId, ore: 20_000, state: 'paid' },
		...{ startedAt: clock, checkoutUntil: clock, paidAt: clock, refundBy: noon(3), paymentId: `pi_${newRef()}` },
	})
})

const order = (change: Partial<RestrictionPlan> = {}): RestrictionPlan => ({
	...{ kind: 'protective-order', prisoner: refs.prisoner, visitor: refs.visitor, from: today, except: [] },
	...change,
})

const rowsWritten = async () =>
	db.execute<{
		rows: number
	}>(sql`select (select count(*) from court_restriction) + (select count(*) from protective_order)
		+ (select count(*) from non_association) + (select count(*) from review) + (select count(*) from message) as rows`)

describe('the preview of a restriction', () => {
	it('shows what recording it touches, and writes nothing', async () => {
		const ctx = asOfficer(db, prison)
		const before = await rowsWritten()
		const shown = await previewRestriction(ctx, order())
		expect(shown.bookings.map(({ id }) => id)).toEqual([bookingId])
		expect(shown).toMatchObject({ permits: [{ familyName: 'Nordmann' }], entries: 1, topUps: 1, elsewhere: 0 })
		expect(await rowsWritten()).toEqual(before)
		expect(await openCauses(db, bookingId)).toEqual([])
		await recordRestriction(ctx, order(), ground())
		expect(await openCauses(db, bookingId)).toEqual(['protective-order-added'])
	})

	it('counts what an order does not bar as untouched', async () => {
		const ctx = asOfficer(db, prison)
		const court = order({ kind: 'court-restriction', type: 'phone-ban', to: day(9) })
		expect(await previewRestriction(ctx, court)).toMatchObject({ bookings: [], entries: 0, topUps: 1 })
		const excepted = { ...court, type: 'visit-ban' as const, except: [refs.visitor] }
		expect(await previewRestriction(ctx, excepted)).toMatchObject({ bookings: [], permits: [], entries: 0, topUps: 0 })
		const letters = { ...court, type: 'letter-ban' as const }
		expect(await previewRestriction(ctx, letters)).toMatchObject({ permits: [], entries: 0, topUps: 0 })
	})
})

describe('a recorded restriction', () => {
	it('has dates, reference, author, reason, review date and source; both days count', async () => {
		const plan = order({ kind: 'court-restriction', type: 'visit-ban', to: day(9), coversOfficial: 'yes' })
		const { ref } = await recordRestriction(asOfficer(db, prison), plan, ground())
		const [row] = await seed.select().from(courtRestriction).where(eq(courtRestriction.ref, ref))
		expect(row).toMatchObject({
			...{ orderReference: '26-9', reason: 'Threats', source: 'police', reviewOn: day(90), coversOfficial: true },
			...{ createdBy: prison.officerId, createdAt: clock },
		})
		expect([localDate(row?.fromAt ?? clock), localDate(row?.toAt ?? clock)]).toEqual([today, addDays(day(9), 1)])
	})

	it('may have no end, and a clock that stands', async () => {
		const { ref } = await recordRestriction(asOfficer(db, prison), order({ clockStopped: 'yes' }), ground())
		const [row] = await seed.select().from(protectiveOrder).where(eq(protectiveOrder.ref, ref))
		expect(row).toMatchObject({ toAt: null, clockStopped: true, orderReference: '26-9' })
	})

	it('is recorded once by one form, and by nobody else with its key', async () => {
		const said = ground()
		const ctx = asOfficer(db, prison)
		const first = await recordRestriction(ctx, order(), said)
		const messages = await seed.select().from(message)
		expect(await recordRestriction(ctx, order(), said)).toMatchObject({ ref: first.ref })
		expect(await seed.select().from(message)).toEqual(messages)
		const other = await addPrison(seed)
		const asked = recordRestriction(asOfficer(db, { ...prison, officerId: other.officerId }), order(), said)
		await expect(asked).rejects.toMatchObject({ code: 'not-found' })
	})

	it('keeps two prisoners, or two visitors, apart', async () => {
		const ctx = asOfficer(db, prison)
		const more = await addPair(seed, prison.facilityId)
		const [second] = await seed.select().from(prisoner).where(eq(prisoner.id, more.prisonerId))
		const [other] = await seed.select().from(visitor).where(eq(visitor.id, more.visitorId))
		const apart = { kind: 'non-association' as const, except: [] }
		const two = await recordRestriction(ctx, { ...apart, prisoner: refs.prisoner, other: second?.ref }, ground())
		const [pair] = await seed.select().from(nonAssociation).where(eq(nonAssociation.ref, two.ref))
		expect(pair).toMatchObject({ reference: '26-9', reason: 'Threats', visitorA: null })
		const visitors = await recordRestriction(ctx, { ...apart, visitor: refs.visitor, other: other?.ref }, ground())
		expect(visitors.ref).not.toBe(two.ref)
	})

	it('has an end that comes after its beginning and is not past, unless its clock stands', async () => {
		const ctx = asOfficer(db, prison)
		const past = { from: '2026-11-01', to: '2026-11-10' }
		await expect(previewRestriction(ctx, order(past))).rejects.toMatchObject({ code: 'incomplete', fields: ['to'] })
		expect(await previewRestriction(ctx, order({ ...past, clockStopped: 'yes' }))).toMatchObject({ topUps: 1 })
	})

	it.each(['visit-officer', 'auditor', 'admin', 'finance'] as const)(
		'is recorded, and shown before, by no %s',
		async (role) => {
			const ctx = asOfficer(db, prison, clock, [{ role, facilityId: prison.facilityId }])
			for (const attempt of [
				() => previewRestriction(ctx, order()),
				() => recordRestriction(ctx, order(), ground()),
				() => peopleOfPlan(ctx, order()),
			])
				await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' })
		},
	)

	it('is about people of the own prison', async () => {
		const there = await addPrison(seed)
		for (const attempt of [
			() => previewRestriction(asOfficer(db, there), order()),
			() => recordRestriction(asOfficer(db, there), order(), ground()),
			() => peopleOfPlan(asOfficer(db, there), order()),
		])
			await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
	})
})
