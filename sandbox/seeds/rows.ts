import type { BookingState } from '#app/domain/bookings/booking.ts'
import { requestLapsesAt } from '#app/domain/bookings/request-times.ts'
import { foldedName } from '#app/domain/fold-name.ts'
import { defaultPolicy } from '#app/domain/policy.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	facility,
	facilityPolicy,
	guardianship,
	officer,
	officerRole,
	permit,
	prisoner,
	room,
	sessionTemplate,
	unit,
	visitor,
} from '#db/schema/index.ts'

/** Builders of rows with ordinary defaults: seeds and tests say only what matters to them. All return the row's id. */

type Given<T extends { $inferInsert: object }, K extends keyof T['$inferInsert']> = Pick<T['$inferInsert'], K> &
	Partial<T['$inferInsert']>

const epoch = new Date('2026-01-01T00:00:00Z')
const id = () => newId(epoch)

/** A facility with its units (A and B unless told). */
export async function addFacility(
	db: DbOrTx,
	given: Given<typeof facility, 'slug'> & {
		units?: readonly { code: string; name: string }[]
		policy?: Record<string, unknown>
	},
): Promise<string> {
	const {
		units = [
			{ code: 'A', name: 'A' },
			{ code: 'B', name: 'B' },
		],
		policy,
		...row
	} = given
	const facilityId = row.id ?? id()
	await db.insert(facility).values({ name: row.slug, address: '', phone: '', ...row, id: facilityId })
	await db.insert(unit).values(units.map((one) => ({ ...one, facilityId })))
	if (policy) await db.insert(facilityPolicy).values({ id: id(), facilityId, validFrom: epoch, parameters: policy })
	return facilityId
}

export async function addPrisoner(db: DbOrTx, given: Given<typeof prisoner, 'number' | 'facilityId'>): Promise<string> {
	const row = { givenName: 'Ola', familyName: given.number, ...given }
	const prisonerId = row.id ?? id()
	await db.insert(prisoner).values({
		ref: newRef(),
		born: '1985-01-01',
		unit: 'A',
		securityLevel: 'high',
		legalStatus: 'sentenced',
		custody: 'in',
		...row,
		id: prisonerId,
		foldedName: folded(row.givenName, row.familyName),
	})
	return prisonerId
}

export async function addVisitor(
	db: DbOrTx,
	given: Given<typeof visitor, 'givenName' | 'familyName'> & { guardians?: readonly string[] },
): Promise<string> {
	const { guardians = [], ...row } = given
	const visitorId = row.id ?? id()
	await db.insert(visitor).values({
		ref: newRef(),
		born: '1985-01-01',
		language: 'nb',
		...(guardians.length > 0 ? { birthDateSource: 'guardian' } : {}),
		...row,
		id: visitorId,
		foldedName: folded(row.givenName, row.familyName),
	})
	if (guardians.length > 0)
		await db.insert(guardianship).values(guardians.map((guardianId) => ({ childId: visitorId, guardianId })))
	return visitorId
}

export async function addPermit(db: DbOrTx, given: Given<typeof permit, 'visitorId' | 'prisonerId'>): Promise<string> {
	const permitId = given.id ?? id()
	await db.insert(permit).values({
		ref: newRef(),
		state: 'active',
		controls: [],
		channels: ['visit', 'phone'],
		relationship: 'friend',
		track: 'family',
		guardianConsent: true,
		...given,
		id: permitId,
	})
	return permitId
}

export async function addOfficer(
	db: DbOrTx,
	given: Given<typeof officer, 'name' | 'issuer' | 'subject'> & {
		roles: readonly Omit<typeof officerRole.$inferInsert, 'officerId'>[]
	},
): Promise<string> {
	const { roles, ...row } = given
	const officerId = row.id ?? id()
	await db.insert(officer).values({ ref: newRef(), active: true, ...row, id: officerId })
	if (roles.length > 0) await db.insert(officerRole).values(roles.map((role) => ({ ...role, officerId })))
	return officerId
}

export async function addTemplate(
	db: DbOrTx,
	given: Given<typeof sessionTemplate, 'facilityId' | 'name' | 'weekday' | 'startTime' | 'validFrom'>,
): Promise<string> {
	const templateId = given.id ?? id()
	await db.insert(sessionTemplate).values({
		ref: newRef(),
		minutes: 60,
		everyWeeks: 1,
		setting: 'hall',
		area: given.name,
		provides: ['watched'],
		groups: 4,
		track: 'family',
		...given,
		id: templateId,
	})
	return templateId
}

export async function addRoom(db: DbOrTx, given: Given<typeof room, 'facilityId' | 'name'>): Promise<string> {
	const roomId = given.id ?? id()
	await db.insert(room).values({
		ref: newRef(),
		kind: 'visiting-house',
		people: 6,
		provides: [],
		minHours: 1,
		maxHours: 24,
		turnaroundMinutes: 60,
		opens: '00:00',
		closes: '24:00',
		needsConsents: [],
		...given,
		id: roomId,
	})
	return roomId
}

/** A whole name, folded as the register finds it. */
export function folded(givenName: string, familyName: string): string {
	return foldedName({ givenName, familyName })
}

/** When a request lapses unanswered, for rows that no use case made; neither time, where it is no request. */
export function requestColumns(state: BookingState, createdAt: Date, startsAt: Date) {
	if (state !== 'requested') return { requestedAt: null, lapsesAt: null }
	return { requestedAt: createdAt, lapsesAt: requestLapsesAt(startsAt, createdAt, defaultPolicy) }
}
