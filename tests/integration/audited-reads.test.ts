import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { apply } from '#app/services/applications/apply.server.ts'
import { previewLink } from '#app/services/applications/preview-link.server.ts'
import { applicationCase, applicationQueue } from '#app/services/applications/queue.server.ts'
import { openRequests, visitForOfficer, visitsOfDay } from '#app/services/bookings/day.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { fundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import { findTopUps, topUpsToExport } from '#app/services/funds/console/search-top-ups.server.ts'
import { reconciliations } from '#app/services/funds/reconciliation/reconciliations.server.ts'
import { openReviewsOf, reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { addClosure, bookingsAffectedByClosure } from '#app/services/timetable/add-closure.server.ts'
import { disconnect } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, asOfficer, asVisitor, noon } from '#tests/support/rows.ts'

const { database, db, owner: seed } = await openDatabase()

const roles: RoleGrant[] = [
	{ role: 'decision-maker', facilityId: null },
	{ role: 'visit-officer', facilityId: null },
	{ role: 'screening-officer', facilityId: null },
	{ role: 'finance', facilityId: null },
]

interface Desk {
	ctx: Ctx
	facilityId: string
	bookingId: string
	bookingRef: string
	applicationRef: string
}

async function desk(): Promise<Desk> {
	const prison = await addPrison(seed)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: noon(3) })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	const ctx = asOfficer(db, prison, undefined, roles)
	await addClosure(ctx, { facilityId: prison.facilityId, session: { id: sessionId }, reason: 'staffing' })
	const { ref } = await apply(asVisitor(db, prison.visitorId), {
		visitorId: prison.visitorId,
		number: 'X-1',
		name: 'Per Hansen',
		relationship: 'friend',
	})
	const [booked] = await seed.execute<{ ref: string }>(sql`select ref from booking where id = ${bookingId}`)
	return { ctx, facilityId: prison.facilityId, bookingId, bookingRef: booked?.ref ?? '', applicationRef: ref }
}

const reads: [action: string, read: (at: Desk) => Promise<unknown>][] = [
	['booking.list', ({ ctx }) => visitsOfDay(ctx, localDate(noon(3)))],
	['booking.list-requests', ({ ctx }) => openRequests(ctx)],
	['booking.view', ({ ctx, bookingRef }) => visitForOfficer(ctx, { ref: bookingRef })],
	['application.list', ({ ctx }) => applicationQueue(ctx)],
	['application.view', ({ ctx, applicationRef }) => applicationCase(ctx, applicationRef)],
	['application.link-preview', ({ ctx, applicationRef }) => previewLink(ctx, { ref: applicationRef, number: 'X-1' })],
	['review.list', ({ ctx, facilityId }) => openReviewsOf(ctx, { facilityId })],
	['review.view', ({ ctx, bookingId }) => reviewOf(ctx, { booking: { id: bookingId } })],
	['top-up.list', ({ ctx }) => findTopUps(ctx, {})],
	['top-up.export', ({ ctx }) => topUpsToExport(ctx, {})],
	['funds.view', ({ ctx }) => fundsOverview(ctx)],
	['reconciliation.view', ({ ctx }) => reconciliations(ctx)],
	[
		'closure.preview',
		({ ctx, facilityId }) => bookingsAffectedByClosure(ctx, { facilityId, date: localDate(noon(3)) }),
	],
]

const rows = (action: string, facilityId: string) =>
	seed.execute<{ id: string }>(sql`
		select id from audit where action = ${action} and facility_id = ${facilityId}`)

describe.each(reads)('%s', (action, read) => {
	it('leaves a row that tells of it', async () => {
		const at = await desk()
		await read(at)
		expect(await rows(action, at.facilityId)).toHaveLength(1)
	})

	it('shows nothing that no row could tell of', async () => {
		const at = await desk()
		await seed.execute(sql`revoke insert on audit from samvaer_app`)
		try {
			await expect(read(at)).rejects.toThrow()
		} finally {
			await seed.execute(sql`grant insert on audit to samvaer_app`)
		}
	})
})

it('nothing is read outside the transaction of its audit row', async () => {
	const at = await desk()
	const statements: string[] = []
	const client = postgres(database.appUrl, { max: 1, debug: (_, text) => statements.push(text) })
	const watched = drizzle(client, { schema })
	await watched.execute(sql`select 1`)
	try {
		for (const [, read] of reads) {
			statements.length = 0
			await read({ ...at, ctx: { ...at.ctx, db: watched } })
			expect(statements[0]).toMatch(/^begin/i)
			expect(statements.findIndex((text) => text.includes('insert into audit'))).toBeGreaterThan(0)
		}
	} finally {
		await disconnect(watched)
	}
})
