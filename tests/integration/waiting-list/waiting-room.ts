import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import { instantOf } from '#app/domain/calendar/oslo.ts'
import type { Relationship } from '#app/domain/permits/permit.ts'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { type AddEntryInput, addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import type { Db } from '#db/client.server.ts'
import { newCode, newRef } from '#db/ids.ts'
import { booking, bookingVisitor, message, visitSession, waitingListEntry, waitingListOffer } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor, requestColumns } from '#sandbox/seeds/rows.ts'

/** Monday 23 November 2026, nine o'clock. */
export const monday = oslo('2026-11-23T09:00')

export function oslo(wallTime: string): Date {
	return instantOf(wallTime.slice(0, 10), wallTime.slice(11))
}

export function hoursAfter(instant: Date, hours: number): Date {
	return new Date(instant.getTime() + hours * 3_600_000)
}

export const visitorCtx = (db: Db, visitorId: string, now: Date = monday): Ctx => ({
	db,
	now,
	actor: { kind: 'visitor', visitorId },
	requestId: null,
})

export const officerCtx = (db: Db, facilityId: string, officerId: string, now: Date = monday): Ctx => ({
	db,
	now,
	actor: { kind: 'officer', officerId, facilityId, grants: [{ role: 'decision-maker', facilityId }] },
	requestId: null,
})

export const systemCtx = (db: Db, now: Date = monday): Ctx => ({ db, now, actor: { kind: 'system' }, requestId: null })

export async function addPrison(db: Db, policy: Record<string, unknown> = {}): Promise<string> {
	return addFacility(db, { slug: randomUUID(), name: 'Halden', policy })
}

/** One prisoner and one adult who may visit; with a child of theirs when asked for. */
export interface Family {
	prisonerId: string
	visitorId: string
	childId: string | null
	party: string[]
}

export async function addFamily(
	db: Db,
	facilityId: string,
	given: { relationship?: Relationship; child?: boolean; unit?: string } = {},
): Promise<Family> {
	const prisonerId = await addPrisoner(db, { facilityId, number: randomUUID(), unit: given.unit ?? 'A' })
	const visitorId = await addRelative(db, prisonerId, given.relationship)
	if (!given.child) return { prisonerId, visitorId, childId: null, party: [visitorId] }
	const childId = await addVisitor(db, {
		givenName: 'Even',
		familyName: 'Vik',
		born: '2016-03-01',
		guardians: [visitorId],
	})
	await addPermit(db, { visitorId: childId, prisonerId, relationship: 'child' })
	return { prisonerId, visitorId, childId, party: [visitorId, childId] }
}

export async function addRelative(db: Db, prisonerId: string, relationship: Relationship = 'partner'): Promise<string> {
	const visitorId = await addVisitor(db, { givenName: 'Kari', familyName: 'Vik' })
	await addPermit(db, { visitorId, prisonerId, relationship })
	return visitorId
}

export async function addSession(
	db: Db,
	facilityId: string,
	start: Date,
	given: Partial<typeof visitSession.$inferInsert> = {},
): Promise<string> {
	const id = randomUUID()
	await db.insert(visitSession).values({
		id,
		ref: newRef(),
		facilityId,
		startsAt: start,
		endsAt: hoursAfter(start, 1),
		setting: 'hall',
		area: id,
		provides: ['watched'],
		groups: 1,
		track: 'family',
		...given,
	})
	return id
}

/** A booking put in place as it is, no rule asked. */
export async function placeBooking(
	db: Db,
	at: { facilityId: string; sessionId: string; start: Date },
	family: Family,
	given: Partial<typeof booking.$inferInsert> & { state: BookingState },
): Promise<string> {
	const id = randomUUID()
	const endsAt = hoursAfter(at.start, 1)
	await db.insert(booking).values({
		id,
		ref: newRef(),
		code: newCode(),
		facilityId: at.facilityId,
		prisonerId: family.prisonerId,
		bookerId: family.visitorId,
		sessionId: at.sessionId,
		area: `${at.facilityId}/${at.sessionId}`,
		startsAt: at.start,
		endsAt,
		blockedUntil: endsAt,
		track: 'family',
		setting: 'hall',
		people: family.party.length,
		createdAt: hoursAfter(at.start, -100),
		...requestColumns(given.state, hoursAfter(at.start, -100), at.start),
		...given,
	})
	const live = ['held', 'requested', 'confirmed', 'checked-in'].includes(given.state)
	await db
		.insert(bookingVisitor)
		.values(family.party.map((visitorId) => ({ bookingId: id, visitorId, live, startsAt: at.start, endsAt })))
	return id
}

/** A booking through the rules; it must succeed. */
export async function book(db: Db, family: Family, sessionId: string, now: Date = monday) {
	const { prisonerId, party } = family
	const outcome = await bookVisit(visitorCtx(db, family.visitorId, now), {
		prisonerId,
		partyIds: party,
		place: { sessionId },
	})
	if (!outcome.ok) throw new Error(`Refused: ${outcome.refusals.map(({ code }) => code).join(', ')}`)
	return outcome.booking
}

/** Puts a family on the list; it must succeed. */
export async function entryFor(
	db: Db,
	family: Family,
	given: Partial<AddEntryInput> & { at?: Date } = {},
): Promise<string> {
	const { at = monday, ...input } = given
	const outcome = await addEntry(visitorCtx(db, family.visitorId, at), {
		prisonerId: family.prisonerId,
		partyIds: family.party,
		from: '2026-11-23',
		to: '2026-12-31',
		...input,
	})
	if (!outcome.ok) throw new Error(`Refused: ${outcome.refusals.map(({ code }) => code).join(', ')}`)
	return outcome.entry.id
}

export async function stateOfEntry(db: Db, id: string): Promise<string | undefined> {
	return (await db.select().from(waitingListEntry).where(eq(waitingListEntry.id, id)))[0]?.state
}

export async function offersOf(db: Db, waitingListEntryId: string) {
	return db
		.select()
		.from(waitingListOffer)
		.where(eq(waitingListOffer.waitingListEntryId, waitingListEntryId))
		.orderBy(waitingListOffer.id)
}

/** The session on offer to a waiting-list entry now; null when none is. */
export async function offered(db: Db, waitingListEntryId: string): Promise<string | null> {
	return (await offersOf(db, waitingListEntryId)).find((offer) => offer.state === 'open')?.sessionId ?? null
}

export async function takenOf(db: Db, sessionId: string): Promise<number | undefined> {
	return (await db.select().from(visitSession).where(eq(visitSession.id, sessionId)))[0]?.takenGroups
}

export async function toldOf(db: Db, waitingListEntryId: string): Promise<string[]> {
	const rows = await db.select().from(message).where(eq(message.waitingListEntryId, waitingListEntryId))
	return rows.map((row) => `${row.kind} ${row.toVisitorId}`)
}
