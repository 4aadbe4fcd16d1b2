import { randomUUID } from 'node:crypto'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newCode, newRef } from '#db/ids.ts'
import { booking, bookingVisitor, visitSession } from '#db/schema/index.ts'
import { addFacility, addPrisoner, addVisitor, requestColumns } from '#sandbox/seeds/rows.ts'

/** Names that no e-mail may hold. */
export const secretNames = ['Halden', 'Nyquist', 'Torstein', 'Hansen', '40112233'] as const

export interface House {
	facilityId: string
	sessionId: string
	startsAt: Date
	endsAt: Date
}

/** A prison with one session that is never full. */
export async function makeHouse(db: DbOrTx, startsAt: Date, policy: Record<string, unknown> = {}): Promise<House> {
	const facilityId = await addFacility(db, {
		slug: randomUUID(),
		name: 'Halden',
		address: 'Halden',
		phone: '40112233',
		policy,
	})
	const house = { facilityId, sessionId: randomUUID(), startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }
	await makeSession(db, house)
	return house
}

export async function makeSession(db: DbOrTx, house: House): Promise<void> {
	await db.insert(visitSession).values({
		id: house.sessionId,
		ref: newRef(),
		facilityId: house.facilityId,
		startsAt: house.startsAt,
		endsAt: house.endsAt,
		setting: 'hall',
		area: house.sessionId,
		provides: ['watched'],
		groups: 1_000,
		track: 'family',
	})
}

export async function makeReader(
	db: DbOrTx,
	reader: { email?: string | null; language?: 'nb' | 'nn' | 'en'; givenName?: string } = {},
): Promise<string> {
	const email = reader.email === undefined ? `${newRef().toLowerCase()}@post.example` : reader.email
	return addVisitor(db, { givenName: 'Pernille', familyName: 'Hansen', language: 'nb', ...reader, email })
}

/** One booking of a prisoner of its own, so that bookings do not stand in each other's way. */
export async function makeBooking(
	db: DbOrTx,
	house: House,
	visitorIds: readonly string[],
	given: { state?: BookingState; holdUntil?: Date; version?: number } = {},
): Promise<{ id: string; ref: string }> {
	const { facilityId, sessionId, startsAt, endsAt } = house
	const prisonerId = await addPrisoner(db, {
		facilityId,
		number: randomUUID(),
		givenName: 'Torstein',
		familyName: 'Nyquist',
	})
	const [id, ref] = [randomUUID(), newRef()]
	await db.insert(booking).values({
		id,
		ref,
		code: newCode(),
		facilityId,
		prisonerId,
		bookerId: visitorIds[0] ?? null,
		sessionId,
		area: sessionId,
		startsAt,
		endsAt,
		blockedUntil: endsAt,
		track: 'family',
		setting: 'hall',
		state: 'confirmed',
		people: visitorIds.length,
		createdAt: new Date(startsAt.getTime() - 14 * 86_400_000),
		...requestColumns(given.state ?? 'confirmed', new Date(startsAt.getTime() - 14 * 86_400_000), startsAt),
		...given,
	})
	const party = visitorIds.map((visitorId) => ({ bookingId: id, visitorId, live: true, startsAt, endsAt }))
	await db.insert(bookingVisitor).values(party)
	return { id, ref }
}
