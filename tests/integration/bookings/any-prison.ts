import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Control, controls } from '#app/domain/permits/controls.ts'
import { permitStates } from '#app/domain/permits/permit.ts'
import { legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { settings } from '#app/domain/timetable/visit-session.ts'
import type { Db } from '#db/client.server.ts'
import { newRef } from '#db/ids.ts'
import { ban, closure, courtRestriction, nonAssociation } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession, clock, day, noon } from '#tests/support/rows.ts'

const someControls = fc.subarray<Control>([...controls], { maxLength: 2 })
const these = (...list: Control[]) => fc.constant<Control[]>(list)
const anySession = fc.record({
	days: fc.integer({ min: 0, max: 16 }),
	hour: fc.constantFrom(9, 12, 13),
	minutes: fc.constantFrom(60, 120),
	setting: fc.constantFrom(...settings),
	area: fc.constantFrom('hall', 'booth'),
	provides: fc.oneof(these('watched'), someControls),
	groups: fc.integer({ min: 1, max: 2 }),
	people: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
	units: fc.option(fc.subarray(['A', 'B'], { minLength: 1 }), { nil: null, freq: 4 }),
})

/** A prison in a few weeks, as chance has it: who visits whom, what stands between them, what is booked already. */
export const anyPrison = fc.record({
	policy: fc.record({
		visitsPerWeek: fc.integer({ min: 1, max: 2 }),
		minNoticeHours: fc.constantFrom(1, 24, 72),
		maxDaysAhead: fc.constantFrom(7, 28),
		peoplePerVisit: fc.constantFrom(1, 6),
	}),
	prisoner: fc.record({
		unit: fc.constantFrom('A', 'B'),
		securityLevel: fc.constantFrom(...securityLevels),
		legalStatus: fc.constantFrom(...legalStatuses),
	}),
	permit: fc.record({
		state: fc.oneof({ weight: 5, arbitrary: fc.constant('active' as const) }, fc.constantFrom(...permitStates)),
		controls: fc.oneof({ weight: 3, arbitrary: these() }, someControls),
	}),
	sessions: fc.array(anySession, { minLength: 3, maxLength: 6 }),
	/** The sessions, by number, that others have, and that the prisoner has already. */
	others: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
	own: fc.option(fc.nat(5), { nil: null }),
	withSister: fc.boolean(),
	visitBan: fc.option(fc.nat(12), { nil: null, freq: 3 }),
	banned: fc.option(fc.nat(12), { nil: null, freq: 3 }),
	closed: fc.option(fc.nat(12), { nil: null, freq: 3 }),
	apart: fc.boolean(),
})

type Prison = typeof anyPrison extends fc.Arbitrary<infer Value> ? Value : never

export interface BuiltPrison {
	visitorId: string
	prisonerId: string
	partyIds: string[]
}

/** Puts the rows in place; no rule is asked. */
export async function buildPrison(db: Db, prison: Prison): Promise<BuiltPrison> {
	const facilityId = await addFacility(db, { slug: randomUUID(), policy: { ...prison.policy } })
	const prisonerId = await addPrisoner(db, { facilityId, number: randomUUID(), ...prison.prisoner })
	const visitorId = await addVisitor(db, { givenName: 'Kari', familyName: 'Nordmann' })
	await addPermit(db, { visitorId, prisonerId, relationship: 'partner', ...prison.permit })
	const sisterId = await addVisitor(db, { givenName: 'Anne', familyName: 'Nordmann' })
	await addPermit(db, { visitorId: sisterId, prisonerId, relationship: 'sibling' })

	const sessionIds: string[] = []
	for (const { days, hour, ...session } of prison.sessions)
		sessionIds.push(await addSession(db, { facilityId, startsAt: noon(days, hour), ...session }))
	const otherIds: string[] = []
	for (const index of prison.others) {
		const sessionId = sessionIds[index]
		const other = await addPrisoner(db, { facilityId, number: randomUUID() })
		otherIds.push(other)
		const theirs = await addVisitor(db, { givenName: 'Per', familyName: 'Hansen' })
		if (sessionId) await addBooking(db, { prisonerId: other, party: [theirs], sessionId })
	}
	const own = prison.own === null ? undefined : sessionIds[prison.own]
	const isTaken = prison.own !== null && prison.others.includes(prison.own)
	if (own && !isTaken) await addBooking(db, { prisonerId, party: [sisterId], sessionId: own })
	await addOrders(db, prison, { facilityId, prisonerId, visitorId, otherId: otherIds[0] })
	return { visitorId, prisonerId, partyIds: prison.withSister ? [visitorId, sisterId] : [visitorId] }
}

async function addOrders(
	db: Db,
	prison: Prison,
	of: { facilityId: string; prisonerId: string; visitorId: string; otherId: string | undefined },
): Promise<void> {
	const { facilityId, prisonerId, visitorId, otherId } = of
	const row = () => ({ id: randomUUID(), ref: newRef() })
	const lasting = (from: number) => ({ fromAt: noon(from, 0), toAt: noon(from + 4, 0) })
	if (prison.visitBan !== null)
		await db.insert(courtRestriction).values({
			...row(),
			...lasting(prison.visitBan),
			prisonerId,
			type: 'visit-ban',
			orderReference: '26-1',
			coversOfficial: false,
		})
	if (prison.banned !== null)
		await db.insert(ban).values({ ...row(), ...lasting(prison.banned), visitorId, facilityId, reason: 'smuggling' })
	if (prison.closed !== null) {
		const days = { firstDate: day(prison.closed), lastDate: day(prison.closed + 1) }
		await db.insert(closure).values({ ...row(), ...days, facilityId, reason: 'staffing', createdAt: clock })
	}
	if (prison.apart && otherId) {
		const [prisonerA = null, prisonerB = null] = [prisonerId, otherId].sort()
		await db.insert(nonAssociation).values({ ...row(), prisonerA, prisonerB })
	}
}
