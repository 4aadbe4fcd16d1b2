import { beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { Ctx } from '#app/services/context.ts'
import { changePermit } from '#app/services/permits/change-permit.server.ts'
import { changePrisoner } from '#app/services/prisoners/change-prisoner.server.ts'
import { releasePrisoner } from '#app/services/prisoners/release-prisoner.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { claimReview } from '#app/services/reviews/claim-review.server.ts'
import { openReviewsOf, reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { addClosure, bookingsAffectedByClosure } from '#app/services/timetable/add-closure.server.ts'
import { changeSession } from '#app/services/timetable/change-session.server.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
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

const { db, owner: seed } = await openDatabase()

interface AccessFixture extends Prison {
	sessionId: string
	bookingId: string
	other: { prisonerId: string; visitorId: string }
	closureId: string
	banId: string
	elsewhere: string
}

let fixture: AccessFixture
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
	fixture = { ...prison, sessionId, bookingId, other, closureId: closure.id, banId: ban.id, elsewhere }
})

const to = noon(30)
const runs: Record<string, { roles: readonly RoleGrant['role'][]; call: (ctx: Ctx) => Promise<unknown> }> = {
	transferPrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => transferPrisoner(ctx, { prisoner: { id: fixture.prisonerId }, to: fixture.facilityId, unit: 'A' }),
	},
	releasePrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => releasePrisoner(ctx, { prisoner: { id: fixture.other.prisonerId } }),
	},
	setCustody: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => setCustody(ctx, { prisoner: { id: fixture.prisonerId }, custody: 'in' }),
	},
	changePrisoner: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker'],
		call: (ctx) => changePrisoner(ctx, { prisoner: { id: fixture.prisonerId }, unit: 'A' }),
	},
	addCourtRestriction: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) =>
			addCourtRestriction(ctx, {
				prisoner: { id: fixture.prisonerId },
				type: 'letter-ban',
				to,
				orderReference: '26-1',
			}),
	},
	addProtectiveOrder: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) =>
			addProtectiveOrder(ctx, { prisoner: { id: fixture.prisonerId }, visitor: { id: fixture.other.visitorId }, to }),
	},
	nonAssociation: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) =>
			addNonAssociation(ctx, { prisoners: [{ id: fixture.prisonerId }, { id: fixture.other.prisonerId }] }),
	},
	'nonAssociation of visitors': {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) => addNonAssociation(ctx, { visitors: [{ id: fixture.visitorId }, { id: fixture.other.visitorId }] }),
	},
	changePermit: {
		roles: ['screening-officer', 'decision-maker'],
		call: (ctx) => changePermit(ctx, { permit: { id: fixture.permitId }, change: { relationship: 'partner' } }),
	},
	banVisitor: {
		roles: ['decision-maker'],
		call: (ctx) =>
			banVisitor(ctx, {
				visitor: { id: fixture.other.visitorId },
				facilityId: fixture.facilityId,
				to,
				reason: 'smuggling',
			}),
	},
	changeSession: {
		roles: ['decision-maker', 'admin'],
		call: (ctx) => changeSession(ctx, { session: { id: fixture.sessionId }, change: { groups: 10 } }),
	},
	addClosure: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => addClosure(ctx, { facilityId: fixture.facilityId, date: day(20), reason: 'staffing' }),
	},
	bookingsAffectedByClosure: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => bookingsAffectedByClosure(ctx, { facilityId: fixture.facilityId, date: day(20) }),
	},
	claimReview: {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => claimReview(ctx, { booking: { id: fixture.bookingId } }),
	},
	'resolveReview (refused while it is closed)': {
		roles: ['visit-officer', 'decision-maker'],
		call: (ctx) => resolveReview(ctx, { booking: { id: fixture.bookingId }, end: 'kept' }),
	},
	openReviewsOf: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'],
		call: (ctx) => openReviewsOf(ctx, { facilityId: fixture.facilityId }),
	},
	reviewOf: {
		roles: ['visit-officer', 'screening-officer', 'decision-maker', 'auditor'],
		call: (ctx) => reviewOf(ctx, { booking: { id: fixture.bookingId } }),
	},
}
const allRoles = ['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor'] as const

describe.each(Object.entries(runs))('%s', (_, { roles, call }) => {
	it.each(allRoles)('as %s in the facility', async (role) => {
		const ctx = asOfficer(db, fixture, undefined, [{ role, facilityId: fixture.facilityId }])
		if (roles.includes(role)) await expect(call(ctx)).resolves.not.toThrow()
		else await expect(call(ctx)).rejects.toMatchObject({ code: 'not-allowed' })
	})

	it('is for no officer of another facility, and for no visitor', async () => {
		const grants = allRoles.map((role) => ({ role, facilityId: fixture.elsewhere }))
		const officer = asOfficer(db, { officerId: fixture.officerId, facilityId: fixture.elsewhere }, undefined, grants)
		const isOfNoFacility = call === runs['nonAssociation of visitors']?.call
		if (!isOfNoFacility) await expect(call(officer)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(call(asVisitor(db, fixture.visitorId))).rejects.toMatchObject({
			code: expect.stringMatching('not-allowed'),
		})
	})
})

describe('lifting', () => {
	it('is for those who may make it', async () => {
		const lift = (role: RoleGrant['role'], kind: 'closure' | 'ban', id: string) =>
			liftOrder(asOfficer(db, fixture, undefined, [{ role, facilityId: fixture.facilityId }]), { kind, order: { id } })
		await expect(lift('screening-officer', 'closure', fixture.closureId)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(lift('visit-officer', 'ban', fixture.banId)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(lift('visit-officer', 'closure', fixture.closureId)).resolves.toMatchObject({
			closed: [fixture.bookingId],
		})
		await expect(lift('decision-maker', 'ban', fixture.banId)).resolves.toMatchObject({ closed: [] })
	})
})

describe('a ban by every facility', () => {
	it('takes a role that is held everywhere', async () => {
		const ban = { visitor: { id: fixture.other.visitorId }, facilityId: null, to, reason: 'smuggling' }
		const here = asOfficer(db, fixture, undefined, [{ role: 'decision-maker', facilityId: fixture.facilityId }])
		await expect(banVisitor(here, ban)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(banVisitor(asOfficer(db, fixture), ban)).resolves.toMatchObject({ ban: { facilityId: null } })
	})
})
