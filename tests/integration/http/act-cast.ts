import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { newCode, newId, newRef } from '#db/ids.ts'
import { book } from '#db/queries/funds/ledger.ts'
import {
	application,
	applicationCheck,
	courtRestriction,
	guardianship,
	refund,
	review,
	topUp,
	visitor,
	visitSession,
	waitingListEntry,
	waitingListVisitor,
} from '#db/schema/index.ts'
import { addPermit, addPrisoner, addRoom, addVisitor } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession } from '#tests/support/rows.ts'
import type { WebBrowser } from './browser.ts'

export interface Cast {
	db: Db
	facilityId: string
	kariId: string
	/** An officer who proposed what another decides. */
	perId: string
	kari: WebBrowser
	nora: WebBrowser
}

/** One valid form, never sent before. */
export interface Act {
	by: 'kari' | 'nora'
	path: string
	form: Record<string, string>
	file?: string
}

export const inDays = (days: number, hours = 0) => {
	const at = new Date(Date.now() + days * 86_400_000 + hours * 3_600_000)
	at.setUTCMinutes(0, 0, 0)
	return at
}
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)
export const kari = (path: string, form: Record<string, string> = {}): Act => ({ by: 'kari', path, form })
export const nora = (path: string, form: Record<string, string> = {}): Act => ({ by: 'nora', path, form })

/** A prisoner of their own whom Kari may visit and pay in for, so that no limit of another act counts here. */
export async function pair({ db, facilityId, kariId }: Cast) {
	const [prisonerRef, permitRef] = [newRef(), newRef()]
	const person = { facilityId, number: randomUUID(), legalStatus: 'remand' } as const
	const prisonerId = await addPrisoner(db, { ...person, ref: prisonerRef })
	await addPermit(db, { visitorId: kariId, prisonerId, ref: permitRef })
	return { prisonerId, prisonerRef, permitRef }
}

/** The hours and days that are taken already, in each database. */
const taken = new WeakMap<Db, { hour: number; day: number }>()
function takenIn(db: Db): { hour: number; day: number } {
	const found = taken.get(db) ?? { hour: 0, day: 16 }
	taken.set(db, found)
	return found
}

/** A session of its own, at no other one's time. */
export async function session({ db, facilityId }: Cast, given: Partial<typeof visitSession.$inferInsert> = {}) {
	const at = takenIn(db)
	at.hour += 2
	const id = await addSession(db, { facilityId, startsAt: inDays(5, at.hour), ...given })
	const [row] = await db.select().from(visitSession).where(eq(visitSession.id, id))
	return { id, ref: row?.ref ?? '' }
}

export async function visit(cast: Cast, given: { state?: 'held' | 'requested'; holdUntil?: Date } = {}) {
	const { prisonerId, permitRef } = await pair(cast)
	const at = await session(cast)
	const ref = newRef()
	const state = { ...given, state: given.state ?? ('confirmed' as const) }
	const id = await addBooking(cast.db, { prisonerId, party: [cast.kariId], sessionId: at.id, ref, ...state })
	return { id, ref, prisonerId, permitRef, session: at }
}

/** A visit of Kari's, with a grown child of hers who may come as well. */
export async function twoWhoMayCome(cast: Cast) {
	const one = await visit(cast)
	const id = await addVisitor(cast.db, { givenName: 'Vilde', familyName: 'Prøve', born: '2009-05-01' })
	await cast.db.insert(guardianship).values({ childId: id, guardianId: cast.kariId })
	await addPermit(cast.db, { visitorId: id, prisonerId: one.prisonerId, guardianConsent: true })
	const [row] = await cast.db.select().from(visitor).where(eq(visitor.id, id))
	const child = row?.ref ?? ''
	return { ...one, child, with: [await me(cast), child] }
}

export async function reviewed(cast: Cast) {
	const one = await visit(cast)
	await cast.db.insert(review).values({
		...{ id: randomUUID(), ref: newRef(), bookingId: one.id, cause: 'permit-changed', causeId: randomUUID() },
		...{ facilityId: cast.facilityId, openedAt: new Date() },
	})
	return one
}

/** A room of its own, with a day that no other stay takes. */
export async function stay(cast: Cast) {
	const { prisonerId, permitRef } = await pair(cast)
	const roomRef = newRef()
	const id = await addRoom(cast.db, { facilityId: cast.facilityId, name: 'House', ref: roomRef, provides: ['watched'] })
	const at = takenIn(cast.db)
	// Half a day each: within the days that may be booked ahead there is room for all.
	at.day += 0.5
	return { prisonerId, permitRef, roomId: id, roomRef, day: at.day }
}

export async function me({ db, kariId }: Cast) {
	const [row] = await db.select().from(visitor).where(eq(visitor.id, kariId))
	return row?.ref ?? ''
}

export async function entry(cast: Cast) {
	const { prisonerId } = await pair(cast)
	const [id, ref] = [randomUUID(), newRef()]
	await cast.db.insert(waitingListEntry).values({
		...{ id, ref, createdBy: cast.kariId, prisonerId, firstDate: dayOf(inDays(1)), lastDate: dayOf(inDays(20)) },
		...{ farTravel: false, state: 'open', createdAt: new Date() },
	})
	await cast.db.insert(waitingListVisitor).values({ waitingListEntryId: id, visitorId: cast.kariId })
	return { id, ref }
}

export async function paid({ db, kariId, facilityId }: Cast, prisonerId: string, credited = true) {
	const now = new Date()
	const [id, ref] = [newId(now), newRef()]
	await db.insert(topUp).values({
		...{ id, ref, payerId: kariId, prisonerId, facilityId, ore: 20_000, state: credited ? 'credited' : 'paid' },
		...{ startedAt: now, checkoutUntil: now, paidAt: now, refundBy: inDays(3), paymentId: `pi_${ref}` },
		...(credited ? { creditedAt: now } : {}),
	})
	await db.transaction((tx) => book(tx, { kind: 'paid', causeId: id, prisonerId, ore: 20_000, at: now }))
	return { id, ref }
}

export async function proposal(cast: Cast): Promise<string> {
	const { prisonerId } = await pair(cast)
	const { id } = await paid(cast, prisonerId)
	const ref = newRef()
	await cast.db.insert(refund).values({
		...{ id: randomUUID(), ref, topUpId: id, prisonerId, ore: 20_000, cause: 'officer', reason: 'Asked' },
		...{ state: 'proposed', needsSecond: true, proposedBy: cast.perId, proposedAt: new Date() },
	})
	return ref
}

export const letters = () =>
	[...randomUUID().replace(/\W/g, '')].map((c) => String.fromCharCode(97 + Number.parseInt(c, 16))).join('')

/** A visit whose time is now, with what the gate's form records of it. */
export async function atGate(
	cast: Cast,
	form: Record<string, string>,
	state: 'confirmed' | 'checked-in' | 'no-show' = 'confirmed',
) {
	const { db, facilityId } = cast
	const prisonerId = await addPrisoner(db, { facilityId, number: randomUUID() })
	const present = newRef()
	const visitorId = await addVisitor(db, { givenName: 'Gerd', familyName: 'Ved Porten', ref: present })
	await addPermit(db, { visitorId, prisonerId })
	const sessionId = await addSession(db, { facilityId, startsAt: new Date(Date.now() - 45 * 60_000) })
	const code = newCode()
	await addBooking(db, { prisonerId, party: [visitorId], sessionId, code, state })
	return nora(paths.staff.checkIn({ code }), form.step === 'check-in' ? { ...form, present } : form)
}

/** Kari's application to visit a prisoner of her own facility: linked to them by hand unless told, with every check open. */
export async function applied(cast: Cast, { linked = true, cleared = false } = {}) {
	const { db, facilityId, kariId } = cast
	const number = `X-${randomUUID().toUpperCase()}`
	const prisonerId = await addPrisoner(db, { facilityId, number, legalStatus: 'sentenced' })
	const [id, ref] = [randomUUID(), newRef()]
	await db.insert(application).values({
		...{ id, ref, applicantId: kariId, visitorId: kariId, prisonerId: linked ? prisonerId : null, typedNumber: number },
		...{ typedName: 'Nobody', relationship: 'friend', track: 'family', guardianConsent: false },
		...{ state: cleared ? 'ready' : 'received', receivedAt: new Date() },
	})
	if (cleared)
		await db.insert(applicationCheck).values(
			(['identity', 'prisoner-consent', 'police-check', 'conflict-check'] as const).map((kind) => ({
				...{ applicationId: id, kind, outcome: 'clear' as const, setBy: cast.perId, setAt: new Date() },
			})),
		)
	return { path: paths.staff.application(ref), number }
}

/** A court's order on a prisoner of their own. */
export async function ordered(cast: Cast): Promise<string> {
	const { prisonerId } = await pair(cast)
	const ref = newRef()
	await cast.db.insert(courtRestriction).values({
		...{ id: randomUUID(), ref, prisonerId, type: 'letter-ban', orderReference: '26-1', coversOfficial: false },
		...{ fromAt: new Date(), toAt: inDays(30), createdAt: new Date(), createdBy: cast.perId },
	})
	return ref
}
