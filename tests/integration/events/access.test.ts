import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { Ctx } from '#app/services/context.ts'
import { banVisitor } from '#app/services/events/ban-visitor.server.ts'
import { changePermit } from '#app/services/events/change-permit.server.ts'
import { changePrisoner } from '#app/services/events/change-prisoner.server.ts'
import { changeSession } from '#app/services/events/change-session.server.ts'
import { addClosure, bookingsTouchedByClosure } from '#app/services/events/close.server.ts'
import { keepApart } from '#app/services/events/keep-apart.server.ts'
import { liftOrder } from '#app/services/events/lift.server.ts'
import { addProtectiveOrder } from '#app/services/events/protect.server.ts'
import { releasePrisoner } from '#app/services/events/release-prisoner.server.ts'
import { addCourtRestriction } from '#app/services/events/restrict.server.ts'
import { setCustody } from '#app/services/events/set-custody.server.ts'
import { transferPrisoner } from '#app/services/events/transfer-prisoner.server.ts'
import { claimReview } from '#app/services/reviews/claim-review.server.ts'
import { endReview } from '#app/services/reviews/end-review.server.ts'
import { openReviewsOf, reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { addFacility } from '#db/worlds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addPair,
	addPrison,
	addSession,
	asOfficer,
	asVisitor,
	day,
	noon,
	type Prison,
} from '#tests/support/rows.ts'

let database: TestDatabase
let db: Db
let seed: Db
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 4 })
	seed = connect(database.ownerUrl, { max: 2 })
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	await database.drop()
})

interface World extends Prison {
	sessionId: string
	bookingId: string
	other: { prisonerId: string; visitorId: string }
	closureId: string
	banId: string
	elsewhere: string
}

let world: World
beforeAll(async () => {
	const prison = await addPrison(seed)
	const { facilityId } = prison
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
	const bookingId = await addBooking(seed, { prisonerId: prison.prisonerId, party: [prison.visitorId], sessionId })
	const other = await addPair(seed, facilityId)
	const ctx = asOfficer(db, prison)
	const { closure } = await addClosure(ctx, { facilityId, date: day(3), reason: 'staffing' })
	const { ban } = await banVisitor(ctx, {
		visitor: { id: other.visitorId },
		facilityId,
		to: noon(30),
		reason: 'smuggling',
	})
	const elsewhere = await addFacility(seed, { slug: 'access-elsewhere' })
	world = { ...prison, sessionId, bookingId, other, closureId: closure.id, banId: ban.id, elsewhere }
})

const to = noon(30)
const deeds: Record<string, { roles: readonly RoleGrant['role'][]; call: (ctx: Ctx) => Promise<unknown> }> = {
	transferPrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => transferPrisoner(ctx, { prisoner: { id: world.prisonerId }, to: world.facilityId, unit: 'A' }),
	},
	releasePrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => releasePrisoner(ctx, { prisoner: { id: world.other.prisonerId } }),
	},
	setCustody: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => setCustody(ctx, { prisoner: { id: world.prisonerId }, custody: 'in' }),
	},
	changePrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => changePrisoner(ctx, { prisoner: { id: world.prisonerId }, unit: 'A' }),
	},
	addCourtRestriction: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) =>
			addCourtRestriction(ctx, { prisoner: { id: world.prisonerId }, type: 'letter-ban', to, orderReference: '26-1' }),
	},
	addProtectiveOrder: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) =>
			addProtectiveOrder(ctx, { prisoner: { id: world.prisonerId }, visitor: { id: world.other.visitorId }, to }),
	},
	keepApart: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) => keepApart(ctx, { prisoners: [{ id: world.prisonerId }, { id: world.other.prisonerId }] }),
	},
	'keepApart of visitors': {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) => keepApart(ctx, { visitors: [{ id: world.visitorId }, { id: world.other.visitorId }] }),
	},
	changePermit: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) => changePermit(ctx, { permit: { id: world.permitId }, change: { relationship: 'partner' } }),
	},
	banVisitor: {
		roles: ['decision-maker'],
		call: (ctx) =>
			banVisitor(ctx, {
				visitor: { id: world.other.visitorId },
				facilityId: world.facilityId,
				to,
				reason: 'smuggling',
			}),
	},
	changeSession: {
		roles: ['decision-maker', 'admin'],
		call: (ctx) => changeSession(ctx, { session: { id: world.sessionId }, change: { groups: 10 } }),
	},
	addClosure: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => addClosure(ctx, { facilityId: world.facilityId, date: day(20), reason: 'staffing' }),
	},
	bookingsTouchedByClosure: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => bookingsTouchedByClosure(ctx, { facilityId: world.facilityId, date: day(20) }),
	},
	claimReview: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => claimReview(ctx, { booking: { id: world.bookingId } }),
	},
	'endReview (refused while it is closed)': {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => endReview(ctx, { booking: { id: world.bookingId }, end: 'kept' }),
	},
	openReviewsOf: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'],
		call: (ctx) => openReviewsOf(ctx, { facilityId: world.facilityId }),
	},
	reviewOf: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'],
		call: (ctx) => reviewOf(ctx, { booking: { id: world.bookingId } }),
	},
}
const allRoles = ['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor'] as const

describe.each(Object.entries(deeds))('%s', (_, { roles, call }) => {
	it.each(allRoles)('as %s in the facility', async (role) => {
		const ctx = asOfficer(db, world, undefined, [{ role, facilityId: world.facilityId }])
		if (roles.includes(role)) await expect(call(ctx)).resolves.not.toThrow()
		else await expect(call(ctx)).rejects.toMatchObject({ code: 'not-allowed' })
	})

	it('is for no officer of another facility, and for no visitor', async () => {
		const grants = allRoles.map((role) => ({ role, facilityId: world.elsewhere }))
		const officer = asOfficer(db, { officerId: world.officerId, facilityId: world.elsewhere }, undefined, grants)
		const isOfNoFacility = call === deeds['keepApart of visitors']?.call
		if (!isOfNoFacility) await expect(call(officer)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(call(asVisitor(db, world.visitorId))).rejects.toMatchObject({
			code: expect.stringMatching('not-allowed'),
		})
	})
})

describe('lifting', () => {
	it('is for those who may make it', async () => {
		const lift = (role: RoleGrant['role'], kind: 'closure' | 'ban', id: string) =>
			liftOrder(asOfficer(db, world, undefined, [{ role, facilityId: world.facilityId }]), { kind, order: { id } })
		await expect(lift('screening-officer', 'closure', world.closureId)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(lift('visit-officer', 'ban', world.banId)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(lift('visit-officer', 'closure', world.closureId)).resolves.toMatchObject({
			closed: [world.bookingId],
		})
		await expect(lift('decision-maker', 'ban', world.banId)).resolves.toMatchObject({ closed: [] })
	})
})

describe('a ban by every facility', () => {
	it('takes a role that is held everywhere', async () => {
		const ban = { visitor: { id: world.other.visitorId }, facilityId: null, to, reason: 'smuggling' }
		const here = asOfficer(db, world, undefined, [{ role: 'decision-maker', facilityId: world.facilityId }])
		await expect(banVisitor(here, ban)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(banVisitor(asOfficer(db, world), ban)).resolves.toMatchObject({ ban: { facilityId: null } })
	})
})
