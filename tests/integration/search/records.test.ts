import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#app/domain/access/roles.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { prisonerRecord, visitorRecord } from '#app/services/search/records.server.ts'
import { permit, prisoner, visitor } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPair, addPrison, addSession, asOfficer, clock, noon, type Prison } from '#tests/support/rows.ts'

// What a prisoner's and a visitor's page say of restrictions, permits and reviews, to each role.

const { db, owner: seed } = await openDatabase()
let prison: Prison
let refs: { prisoner: string; visitor: string }

beforeAll(async () => {
	prison = await addPrison(seed)
	const { facilityId, prisonerId, visitorId, permitId } = prison
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3) })
	await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	await seed
		.update(permit)
		.set({ controls: ['glass'], validTo: '2027-06-30' })
		.where(eq(permit.id, permitId))
	const other = await addPair(seed, facilityId)
	const ctx = asOfficer(db, prison)
	const two = { prisoner: { id: prisonerId }, visitor: { id: visitorId } }
	await addCourtRestriction(ctx, { ...two, type: 'visit-ban', to: noon(10), orderReference: '26-1' })
	await addProtectiveOrder(ctx, two)
	await addNonAssociation(ctx, { visitors: [{ id: visitorId }, { id: other.visitorId }] })
	await banVisitor(ctx, { ...two, facilityId, to: noon(30), reason: 'Smuggling' })
	const [one] = await seed.select().from(prisoner).where(eq(prisoner.id, prisonerId))
	const [him] = await seed.select().from(visitor).where(eq(visitor.id, visitorId))
	refs = { prisoner: one?.ref ?? '', visitor: him?.ref ?? '' }
})

const as = (role: Role) => asOfficer(db, prison, clock, [{ role, facilityId: prison.facilityId }])
const seesAll: readonly Role[] = ['screening-officer', 'decision-maker', 'auditor']
const seesBookings = roles.filter((role) => role === 'visit-officer' || seesAll.includes(role))

describe.each(seesBookings)('to a %s', (role) => {
	it('a prisoner and a visitor have the restrictions that this role may know of', async () => {
		const ofPrisoner = await prisonerRecord(as(role), refs.prisoner, 'enquiry')
		const ofVisitor = await visitorRecord(as(role), refs.visitor, 'enquiry')
		const kinds = [ofPrisoner, ofVisitor].map(({ restrictions }) => restrictions.map(({ kind }) => kind).sort())
		expect(kinds).toEqual(
			seesAll.includes(role)
				? [
						['court-restriction', 'protective-order'],
						['ban', 'non-association', 'protective-order'],
					]
				: [[], ['ban']],
		)
		const ban = ofVisitor.restrictions.find(({ kind }) => kind === 'ban')
		expect([ban?.to, ban?.reason]).toEqual([noon(30), seesAll.includes(role) ? 'Smuggling' : null])
	})

	it('a visit is under review, and why is said where this role may read it', async () => {
		const { visits, permits } = await prisonerRecord(as(role), refs.prisoner, 'enquiry')
		const secrets = ['court-restriction-added', 'protective-order-added']
		const readsSecrets = role === 'screening-officer' || role === 'decision-maker'
		expect(visits.map(({ underReview }) => underReview)).toEqual([true])
		expect([...(visits[0]?.causes ?? [])].sort()).toEqual([...(readsSecrets ? secrets : []), 'visitor-banned'])
		expect(permits).toMatchObject([{ controls: ['glass'], validTo: '2027-06-30' }])
		expect(JSON.stringify(visits).includes('protective')).toBe(readsSecrets)
	})
})

it('what is ended stands on no page', async () => {
	const ended = await visitorRecord(as('auditor'), refs.visitor, 'enquiry')
	expect(ended.restrictions).not.toEqual([])
	const later = asOfficer(db, prison, noon(40), [{ role: 'auditor', facilityId: prison.facilityId }])
	const { restrictions } = await visitorRecord(later, refs.visitor, 'enquiry')
	expect(restrictions.map(({ kind }) => kind).sort()).toEqual(['non-association', 'protective-order'])
})
