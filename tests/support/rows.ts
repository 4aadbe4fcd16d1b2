import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { Ctx } from '#app/services/context.ts'
import type { Db, DbOrTx } from '#db/client.server.ts'
import { newCode, newRef } from '#db/ids.ts'
import { booking, bookingVisitor, message, review, room, visitor, visitSession } from '#db/schema/index.ts'
import { addFacility, addOfficer, addPermit, addPrisoner, addVisitor, requestColumns } from '#sandbox/seeds/rows.ts'

type Given<T extends { $inferInsert: object }, K extends keyof T['$inferInsert']> = Pick<T['$inferInsert'], K> &
	Partial<T['$inferInsert']>

/** A Monday morning; everything below is counted from it. */
export const clock = new Date('2026-11-23T09:00:00+01:00')

/** Noon in Oslo some days after the clock's day. */
export function noon(days: number, hour = 12): Date {
	return new Date(Date.UTC(2026, 10, 23 + days, hour - 1))
}

export const day = (days: number): string => noon(days).toISOString().slice(0, 10)

/** One hour in a hall, with an area of its own, unless told. */
export async function addSession(
	db: DbOrTx,
	given: Given<typeof visitSession, 'facilityId' | 'startsAt'> & { minutes?: number },
): Promise<string> {
	const { minutes = 60, ...row } = given
	const id = row.id ?? randomUUID()
	await db.insert(visitSession).values({
		ref: newRef(),
		endsAt: new Date(row.startsAt.getTime() + minutes * 60_000),
		setting: 'hall',
		area: id,
		provides: ['watched'],
		groups: 10,
		track: 'family',
		...row,
		id,
	})
	return id
}

/** A booking put in place as it is; no rule is asked. The first of the party made it, unless told. */
export async function addBooking(
	db: DbOrTx,
	given: Partial<typeof booking.$inferInsert> & {
		prisonerId: string
		party: readonly string[]
	} & ({ sessionId: string } | { roomId: string; startsAt: Date; endsAt: Date }),
): Promise<string> {
	const { party, ...row } = given
	const id = row.id ?? randomUUID()
	const place = await placeOf(db, row)
	const state = row.state ?? 'confirmed'
	await db.insert(booking).values({
		ref: newRef(),
		code: newCode(),
		bookerId: party[0] ?? null,
		track: 'family',
		people: party.length,
		createdAt: clock,
		...place,
		...requestColumns(state, row.createdAt ?? clock, place.startsAt),
		...row,
		state,
		id,
	})
	const live = ['held', 'requested', 'confirmed', 'checked-in'].includes(state)
	const { startsAt, endsAt } = place
	await db
		.insert(bookingVisitor)
		.values(party.map((visitorId) => ({ bookingId: id, visitorId, live, startsAt, endsAt })))
	return id
}

async function placeOf(db: DbOrTx, row: Partial<typeof booking.$inferInsert>) {
	if (row.sessionId) {
		const [session] = await db.select().from(visitSession).where(eq(visitSession.id, row.sessionId))
		if (!session) throw new Error('no such session')
		const { facilityId, startsAt, endsAt, area, setting } = session
		return { facilityId, startsAt, endsAt, blockedUntil: endsAt, area: `${facilityId}/${area}`, setting }
	}
	const [found] = await db
		.select()
		.from(room)
		.where(eq(room.id, row.roomId ?? ''))
	if (!found || !row.startsAt || !row.endsAt) throw new Error('no such room, or no time')
	const blockedUntil = new Date(row.endsAt.getTime() + found.turnaroundMinutes * 60_000)
	return { facilityId: found.facilityId, startsAt: row.startsAt, endsAt: row.endsAt, blockedUntil, area: found.id }
}

/** A prison with a prisoner, a visitor with a permit, and an officer who may do everything everywhere. */
export interface Prison {
	facilityId: string
	prisonerId: string
	visitorId: string
	permitId: string
	officerId: string
}

export async function addPrison(db: DbOrTx, policy: Record<string, unknown> = {}): Promise<Prison> {
	const facilityId = await addFacility(db, { slug: randomUUID(), policy })
	const officerId = await addOfficer(db, { name: 'Officer', issuer: 'staff', subject: randomUUID(), roles: [] })
	return { facilityId, officerId, ...(await addPair(db, facilityId)) }
}

/** One more prisoner with one more visitor. */
export async function addPair(
	db: DbOrTx,
	facilityId: string,
): Promise<Pick<Prison, 'prisonerId' | 'visitorId' | 'permitId'>> {
	const prisonerId = await addPrisoner(db, { facilityId, number: randomUUID() })
	const visitorId = await addVisitor(db, { givenName: 'Kari', familyName: 'Nordmann' })
	const permitId = await addPermit(db, { visitorId, prisonerId, relationship: 'partner' })
	return { prisonerId, visitorId, permitId }
}

const everyRole: RoleGrant[] = [
	{ role: 'decision-maker', facilityId: null },
	{ role: 'visit-officer', facilityId: null },
	{ role: 'admin', facilityId: null },
]

export function asOfficer(
	db: Db,
	prison: Pick<Prison, 'officerId' | 'facilityId'>,
	now: Date = clock,
	grants: readonly RoleGrant[] = everyRole,
): Ctx {
	const { officerId, facilityId } = prison
	return { db, now, actor: { kind: 'officer', officerId, facilityId, grants }, requestId: null }
}

export function asVisitor(db: Db, visitorId: string, now: Date = clock): Ctx {
	return { db, now, actor: { kind: 'visitor', visitorId }, requestId: null }
}

/** The causes that are open for a booking, in order of the alphabet. */
export async function openCauses(db: DbOrTx, bookingId: string): Promise<string[]> {
	const rows = await db
		.select({ cause: review.cause })
		.from(review)
		.where(and(eq(review.bookingId, bookingId), isNull(review.endedAt)))
	return rows.map((row) => row.cause).sort()
}

/** How the reviews of a booking ended, in order of the alphabet. */
export async function endings(db: DbOrTx, bookingId: string): Promise<string[]> {
	const rows = await db.select().from(review).where(eq(review.bookingId, bookingId))
	return rows.map((row) => `${row.cause} ${row.resolution ?? 'open'}`).sort()
}

/** What was queued about a booking: `kind visitor-id`. */
export async function messagesAbout(db: DbOrTx, bookingId: string): Promise<string[]> {
	const rows = await db
		.select({ kind: message.kind, to: visitor.id })
		.from(message)
		.innerJoin(visitor, eq(visitor.id, message.toVisitorId))
		.where(eq(message.bookingId, bookingId))
	return rows.map((row) => `${row.kind} ${row.to}`).sort()
}
