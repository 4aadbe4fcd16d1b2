import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { causesGone } from '#app/jobs/reviews-causes-gone.server.ts'
import { permitsLapsed } from '#app/jobs/reviews-permits-lapsed.server.ts'
import { restrictionsEnded } from '#app/jobs/reviews-restrictions-ended.server.ts'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { changePermit } from '#app/services/permits/change-permit.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { audit, booking, permit } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	clock,
	day,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

const work = [permitsLapsed, restrictionsEnded, causesGone]

async function booked(session: Partial<Parameters<typeof addSession>[1]> = {}) {
	const prison = await addPrison(seed)
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

describe('the end of a court restriction', () => {
	const control = { type: 'police-control' as const, orderReference: '26-1' }

	it('opens reviews where a visit is left under a stricter setting than it needs, once', async () => {
		const { ctx, prisoner, officerId, facilityId, bookingId, visitorId } = await booked({
			provides: ['watched', 'overheard'],
		})
		await addCourtRestriction(ctx, { prisoner, ...control, to: noon(1) })
		await runDueUntil(db, clock, noon(1, 11), { work })
		expect(await openCauses(db, bookingId)).toEqual([])
		expect(await restrictionsEnded.nextDue?.(db, clock)).toEqual(noon(1))
		await runDueUntil(db, noon(1, 11), noon(1), { work })
		expect(await openCauses(db, bookingId)).toEqual(['court-restriction-ended'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		const then = asOfficer(db, { officerId, facilityId }, noon(1))
		expect(
			await resolveReview(then, { booking: { id: bookingId }, end: 'kept', reason: 'They asked for it' }),
		).toMatchObject({ ok: true })
		expect(await runDue(db, noon(2), { work })).toEqual({ done: 0 })
		expect(await endings(db, bookingId)).toEqual(['court-restriction-ended kept'])
	})

	it('opens none where the setting suits', async () => {
		const { ctx, prisoner, bookingId } = await booked()
		const { order } = await addCourtRestriction(ctx, { prisoner, ...control, to: noon(1) })
		await runDueUntil(db, clock, noon(1), { work })
		expect(await openCauses(db, bookingId)).toEqual([])
		const trace = await db.select().from(audit).where(eq(audit.subjectId, order.id)).orderBy(audit.id)
		expect(trace.map(({ action, actorKind }) => `${action} ${actorKind}`)).toEqual([
			'court-restriction.add officer',
			'court-restriction.end system',
		])
	})

	it('is taken up once by workers that come at the same moment', async () => {
		const { ctx, prisoner, bookingId, visitorId } = await booked({ provides: ['watched', 'overheard'] })
		await addCourtRestriction(ctx, { prisoner, ...control, to: noon(1) })
		await Promise.all(Array.from({ length: 4 }, () => runDue(db, noon(1), { work })))
		expect(await endings(db, bookingId)).toEqual(['court-restriction-ended open'])
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
	})
})

describe('a re-check that is overdue', () => {
	it('lets the permit lapse when its day has passed, and the visits to come be looked at', async () => {
		const { ctx, permitId, bookingId } = await booked()
		await seed
			.update(permit)
			.set({ recheckDue: day(1) })
			.where(eq(permit.id, permitId))
		await runDueUntil(db, clock, noon(1, 23), { work })
		expect(await openCauses(db, bookingId)).toEqual([])
		await runDueUntil(db, noon(1, 23), noon(2, 1), { work })
		expect(await openCauses(db, bookingId)).toEqual(['recheck-overdue'])
		const [lapsed] = await db.select().from(permit).where(eq(permit.id, permitId))
		expect(lapsed?.state).toBe('lapsed')
		await changePermit({ ...ctx, now: noon(2) }, { permit: { id: permitId }, change: { recheckDue: day(200) } })
		expect(await endings(db, bookingId)).toEqual(['recheck-overdue cause-gone'])
	})

	it('is not the ground where the last day has passed', async () => {
		const { permitId, bookingId } = await booked()
		await seed
			.update(permit)
			.set({ validTo: day(1) })
			.where(eq(permit.id, permitId))
		await runDueUntil(db, clock, noon(2), { work })
		expect(await openCauses(db, bookingId)).toEqual(['permit-changed'])
	})
})

describe('a cause that goes away with time', () => {
	it('closes the review of a ban that ran out on the morning of the visit', async () => {
		const { ctx, visitor, facilityId, bookingId } = await booked()
		await banVisitor(ctx, { visitor, facilityId, to: noon(3, 8), reason: 'smuggling' })
		expect(await openCauses(db, bookingId)).toEqual(['visitor-banned'])
		await runDueUntil(db, clock, noon(3, 9), { work })
		expect(await endings(db, bookingId)).toEqual(['visitor-banned cause-gone'])
	})

	it('closes the review of a pair whose other side has only held a place', async () => {
		const { ctx, facilityId, sessionId, prisoner, bookingId } = await booked()
		const other = await addPair(seed, facilityId)
		const held = {
			prisonerId: other.prisonerId,
			party: [other.visitorId],
			sessionId,
			state: 'held' as const,
			holdUntil: noon(0, 10),
		}
		const hold = await addBooking(seed, held)
		await addNonAssociation(ctx, { prisoners: [prisoner, { id: other.prisonerId }] })
		expect(await openCauses(db, bookingId)).toEqual(['non-association-added'])
		expect(await runDue(db, clock, { work })).toEqual({ done: 0 })
		await runDue(db, noon(0, 11), { work })
		expect(await endings(db, bookingId)).toEqual(['non-association-added cause-gone'])
		expect((await db.select().from(booking).where(eq(booking.id, hold)))[0]?.state).toBe('held')
	})
})
