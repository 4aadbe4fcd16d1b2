import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import { apply } from '#app/services/applications/apply.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { findPeople } from '#app/services/search/find-people.server.ts'
import { prisonerRecord, visitorRecord } from '#app/services/search/records.server.ts'
import { audit, booking, prisoner, visitor } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addSession, asOfficer, asVisitor, noon } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()
let hal: string
let bjo: string
beforeAll(async () => {
	hal = await addFacility(seed, { slug: 'hal' })
	bjo = await addFacility(seed, { slug: 'bjo' })
})

const officerId = '00000000-0000-4000-8000-000000000001'

function officerAt(facilityId: string, role: RoleGrant['role'] = 'visit-officer'): Ctx {
	return asOfficer(db, { officerId, facilityId }, undefined, [{ role, facilityId }])
}

async function names(typed: string, ctx = officerAt(hal)): Promise<string[]> {
	const found = await findPeople(ctx, { typed, reason: 'enquiry' })
	return found.kind === 'people' ? found.people.map((one) => `${one.givenName} ${one.familyName}`) : [found.kind]
}

async function refOf(table: typeof visitor | typeof prisoner | typeof booking, id: string): Promise<string> {
	const [row] = await db.select({ ref: table.ref }).from(table).where(eq(table.id, id))
	return row?.ref ?? ''
}

describe('a prisoner', () => {
	beforeAll(async () => {
		await addPrisoner(seed, {
			...{ number: 'F-1002', facilityId: hal, givenName: 'Øystein', familyName: 'Aasen', born: '1988-04-02' },
		})
		await addPrisoner(seed, { number: 'F-1003', facilityId: bjo, givenName: 'Øystein', familyName: 'Borte' })
	})

	it.each(['f-100', 'Øystein', 'oystein', 'åsen', 'Aasen Øy', 'øy AASEN', '2.4.88', 'asen 02.04.1988'])(
		'is found by %s, in their own facility only',
		async (typed) => expect(await names(typed)).toEqual(['Øystein Aasen']),
	)

	it.each(['f-1003', 'Borte', 'aasen 3.4.1988', '100', 'a%n'])('is not found by %s', async (typed) =>
		expect(await names(typed)).toEqual([]),
	)
})

describe('a visitor', () => {
	it('is found where they have a permit, an application or a visit, and nowhere else', async () => {
		const prisonerId = await addPrisoner(seed, { number: 'H-1', facilityId: hal, familyName: 'Nord' })
		const away = await addPrisoner(seed, { number: 'B-1', facilityId: bjo, familyName: 'Sør' })
		const people: Record<string, string> = {}
		for (const given of ['Permit', 'Ended', 'Applied', 'Booked', 'Nothing'])
			people[given] = await addVisitor(seed, { givenName: given, familyName: 'Søkesen' })
		const visitorId = (given: string) => people[given] ?? ''
		await addPermit(seed, { visitorId: visitorId('Permit'), prisonerId, relationship: 'friend' })
		await addPermit(seed, { visitorId: visitorId('Ended'), prisonerId, relationship: 'friend', state: 'ended' })
		await addPermit(seed, { visitorId: visitorId('Nothing'), prisonerId: away, relationship: 'friend' })
		await apply(asVisitor(db, visitorId('Applied')), {
			...{ visitorId: visitorId('Applied'), number: 'H-1', name: 'Ola Nord', relationship: 'friend' },
		})
		const sessionId = await addSession(seed, { facilityId: hal, startsAt: noon(3) })
		await addBooking(seed, { prisonerId, party: [visitorId('Booked')], sessionId, state: 'completed' })
		expect(await names('søkesen')).toEqual(['Applied Søkesen', 'Booked Søkesen', 'Permit Søkesen'])
		expect(await names('søkesen', officerAt(bjo))).toEqual(['Nothing Søkesen'])
		await expect(
			visitorRecord(officerAt(bjo), await refOf(visitor, visitorId('Permit')), 'enquiry'),
		).rejects.toMatchObject({ code: 'not-found' })
		const shown = await visitorRecord(officerAt(hal), await refOf(visitor, visitorId('Permit')), 'enquiry')
		expect(shown.permits).toEqual([expect.objectContaining({ name: 'Nord, Ola', relationship: 'friend' })])
	})

	it('is shown with nothing of their national number', async () => {
		const found = await findPeople(officerAt(hal), { typed: 'Permit', reason: 'enquiry' })
		expect(found.kind === 'people' && Object.keys(found.people[0] ?? {}).sort()).toEqual(
			['born', 'custody', 'familyName', 'givenName', 'kind', 'number', 'ref', 'unit'].sort(),
		)
	})
})

describe('a code', () => {
	it('leads to the visit in the own facility, and to nothing in another', async () => {
		const prisonerId = await addPrisoner(seed, { number: 'H-2', facilityId: hal })
		const visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Kode' })
		const sessionId = await addSession(seed, { facilityId: hal, startsAt: noon(4) })
		const bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId, code: 'K7QM-4TXW' })
		expect(await findPeople(officerAt(hal), { typed: 'k7qm4txw', reason: 'visit-today' })).toEqual({
			kind: 'booking',
			ref: await refOf(booking, bookingId),
		})
		expect(await names('k7qm4txw', officerAt(bjo))).toEqual([])
		const [row] = await db.select().from(audit).where(eq(audit.subjectId, bookingId))
		expect(row).toMatchObject({ action: 'booking.find', detail: { reason: 'visit-today' } })
	})
})

describe('each look', () => {
	it('is logged with its reason: the search, everyone it showed, and the record opened', async () => {
		const prisonerId = await addPrisoner(seed, { number: 'L-1', facilityId: hal, familyName: 'Logg' })
		await findPeople(officerAt(hal), { typed: 'logg', reason: 'security' })
		await prisonerRecord(officerAt(hal), await refOf(prisoner, prisonerId), 'security')
		const rows = await db.select().from(audit).where(eq(audit.actorId, officerId)).orderBy(desc(audit.id)).limit(3)
		expect(rows.map(({ action, subjectId, detail }) => ({ action, subjectId, detail }))).toEqual([
			{ action: 'prisoner.view', subjectId: prisonerId, detail: { reason: 'security' } },
			{ action: 'prisoner.find', subjectId: prisonerId, detail: { reason: 'security' } },
			{ action: 'search.run', subjectId: hal, detail: { reason: 'security', shown: 1 } },
		])
	})

	it('is logged when it finds nobody', async () => {
		await names('ingensteds')
		const [row] = await db.select().from(audit).orderBy(desc(audit.id)).limit(1)
		expect(row).toMatchObject({ action: 'search.run', detail: { reason: 'enquiry', shown: 0 } })
	})

	it.each(['finance', 'admin'] as const)('is not for %s', async (role) => {
		await expect(findPeople(officerAt(hal, role), { typed: 'logg', reason: 'enquiry' })).rejects.toMatchObject({
			code: 'not-allowed',
		})
	})
})

describe('a record', () => {
	it('of a prisoner elsewhere does not exist here', async () => {
		const prisonerId = await addPrisoner(seed, { number: 'R-1', facilityId: bjo })
		await expect(prisonerRecord(officerAt(hal), await refOf(prisoner, prisonerId), 'enquiry')).rejects.toMatchObject({
			code: 'not-found',
		})
	})

	it('shows the permits and the visits to come', async () => {
		const prisonerId = await addPrisoner(seed, { number: 'R-2', facilityId: hal })
		const visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Kort' })
		await addPermit(seed, { visitorId, prisonerId, relationship: 'partner' })
		const sessionId = await addSession(seed, { facilityId: hal, startsAt: noon(5) })
		const past = await addSession(seed, { facilityId: hal, startsAt: noon(-5) })
		const bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
		await addBooking(seed, { prisonerId, party: [visitorId], sessionId: past })
		const shown = await prisonerRecord(officerAt(hal), await refOf(prisoner, prisonerId), 'booking')
		expect(shown.permits.map(({ name }) => name)).toEqual(['Kort, Kari'])
		expect(shown.visits.map(({ ref }) => ref)).toEqual([await refOf(booking, bookingId)])
		const record = await visitorRecord(officerAt(hal), await refOf(visitor, visitorId), 'booking')
		expect(record.visits.map(({ ref }) => ref)).toEqual([await refOf(booking, bookingId)])
	})
})

describe('many found', () => {
	it('come twenty a page, everyone once', async () => {
		for (let n = 0; n < 45; n++) await addPrisoner(seed, { number: `P-${n}`, facilityId: hal, familyName: 'Mange' })
		const shown: string[] = []
		for (const page of [1, 2, 3]) {
			const found = await findPeople(officerAt(hal), { typed: 'mange', reason: 'enquiry', page })
			if (found.kind !== 'people') throw new Error('nobody')
			expect(found).toMatchObject({ total: 45, pages: 3 })
			shown.push(...found.people.map(({ number }) => number ?? ''))
		}
		expect(new Set(shown).size).toBe(45)
	})
})
