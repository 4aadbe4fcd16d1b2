import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type Role, roles } from '#app/domain/access/roles.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { applicationQueue } from '#app/services/applications/queue.server.ts'
import { openRequests } from '#app/services/bookings/day.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { fundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { openReviewsOf } from '#app/services/reviews/list-reviews.server.ts'
import { waitingCounts } from '#app/services/waiting-counts.server.ts'
import { railOf } from '#app/ui/layout/staff-rail-of.ts'
import { newRef } from '#db/ids.ts'
import { application, prisoner } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, asOfficer, clock, noon, type Prison } from '#tests/support/rows.ts'

// Each badge of the officers' menu says how many rows its list has, for whoever sees it.

const { db, owner: seed } = await openDatabase()
let prison: Prison

beforeAll(async () => {
	prison = await addPrison(seed)
	const { facilityId, prisonerId, visitorId } = prison
	const [reviewedId, asked] = [
		await addSession(seed, { facilityId, startsAt: noon(3) }),
		await addSession(seed, { facilityId, startsAt: noon(4) }),
	]
	await addBooking(seed, { prisonerId, party: [visitorId], sessionId: reviewedId })
	const ctx = asOfficer(db, prison)
	const order = { prisoner: { id: prisonerId }, to: noon(10), orderReference: '26-1' }
	// Two causes, and one visit.
	await addCourtRestriction(ctx, { ...order, type: 'visit-ban' })
	await addCourtRestriction(ctx, { ...order, type: 'isolation' })
	const other = await addPair(seed, facilityId)
	await addBooking(seed, {
		prisonerId: other.prisonerId,
		party: [other.visitorId],
		sessionId: asked,
		state: 'requested',
	})
	const elsewhere = await addPrison(seed)
	const [here] = await seed.select().from(prisoner).limit(1)
	for (const [number, linked] of [
		[here?.number ?? '', prisonerId],
		['NOBODY-1', null],
		['X-1', elsewhere.prisonerId],
	] as const) {
		await seed.insert(application).values({
			...{ id: randomUUID(), ref: newRef(), applicantId: visitorId, visitorId, prisonerId: linked },
			...{ typedNumber: number, typedName: 'Nobody', relationship: 'friend', track: 'family' },
			...{ guardianConsent: false, state: 'received', receivedAt: clock },
		})
	}
})

/** How many rows a list has, by its address. */
const lists: Readonly<Record<string, (ctx: Ctx) => Promise<number>>> = {
	[paths.staff.applications()]: async (ctx) => (await applicationQueue(ctx)).length,
	[paths.staff.requests()]: async (ctx) => (await openRequests(ctx)).length,
	[paths.staff.reviews()]: async (ctx) => (await openReviewsOf(ctx, { facilityId: prison.facilityId })).length,
	[paths.staff.funds()]: async (ctx) => {
		const { waiting, held, discrepancies } = await fundsOverview(ctx)
		return waiting.length + held.length + discrepancies.length
	},
}

const badgesOf = async (role: Role) => {
	const ctx = asOfficer(db, prison, clock, [{ role, facilityId: prison.facilityId }])
	const counts = await waitingCounts(ctx)
	const rail = railOf({ t: translator('nb'), path: '/staff', roles: [role], counts, severalFacilities: false })
	return { ctx, badges: rail.flatMap(({ links }) => links).filter(({ count }) => count !== undefined) }
}

it.each(roles)('of a %s', async (role) => {
	const { ctx, badges } = await badgesOf(role)
	for (const { href, count } of badges) expect([href, count]).toEqual([href, await lists[href]?.(ctx)])
})

it('are all of them met', async () => {
	const met = await Promise.all(roles.map(async (role) => (await badgesOf(role)).badges.map(({ href }) => href)))
	expect(new Set(met.flat())).toEqual(new Set(Object.keys(lists)))
	const { badges } = await badgesOf('decision-maker')
	expect(badges.map(({ count }) => count)).toEqual([2, 1, 1])
})
