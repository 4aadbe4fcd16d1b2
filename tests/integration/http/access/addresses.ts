import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { paths } from '#app/paths.ts'
import { newCode, newId, newRef } from '#db/ids.ts'
import { book } from '#db/queries/funds/ledger.ts'
import {
	application,
	courtRestriction,
	refund,
	registerImport,
	review,
	topUp,
	visitor,
	visitSession,
} from '#db/schema/index.ts'
import { addPermit, addPrisoner, addRoom } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession } from '#tests/support/rows.ts'
import type { Cast } from '../acts.ts'

/** Words of the family's and the prison's own, which nobody else may be shown. */
export const hidden = /Skjultnes|Gjemtvik/

const days = (count: number) => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + count * 86_400_000)

/** One of everything that a page is about, of Kari's and of her prison's; the addresses of the pages about them, by route. */
export async function ownAddresses({ db, facilityId, kariId, perId }: Cast): Promise<Record<string, string>> {
	const now = new Date()
	const number = `M-${newCode()}`
	const person = { facilityId, number, familyName: 'Gjemtvik', legalStatus: 'remand' } as const
	const [prisonerRef, permitRef] = [newRef(), newRef()]
	const prisonerId = await addPrisoner(db, { ...person, ref: prisonerRef })
	await addPermit(db, { visitorId: kariId, prisonerId, ref: permitRef })
	const [kari] = await db.select().from(visitor).where(eq(visitor.id, kariId))
	const me = kari?.ref ?? ''

	const sessionId = await addSession(db, { facilityId, startsAt: days(2) })
	const [session] = await db.select().from(visitSession).where(eq(visitSession.id, sessionId))
	const [visitRef, code, stayRef, heldRef, roomRef] = [newRef(), newCode(), newRef(), newRef(), newRef()]
	const party = { prisonerId, party: [kariId] }
	const bookingId = await addBooking(db, { ...party, sessionId, ref: visitRef, code })
	const roomId = await addRoom(db, { facilityId, name: 'House', ref: roomRef, provides: ['watched'] })
	await addBooking(db, { ...party, roomId, startsAt: days(3), endsAt: days(4), ref: stayRef })
	const later = await addSession(db, { facilityId, startsAt: days(1) })
	await addBooking(db, { ...party, sessionId: later, ref: heldRef, state: 'held', holdUntil: days(1) })
	await db.insert(review).values({
		...{ id: randomUUID(), ref: newRef(), bookingId, cause: 'permit-changed', causeId: randomUUID() },
		...{ facilityId, openedAt: now },
	})

	const applicationRef = newRef()
	await db.insert(application).values({
		...{ id: randomUUID(), ref: applicationRef, applicantId: kariId, visitorId: kariId, prisonerId },
		...{ typedNumber: number, typedName: 'Ola Gjemtvik', relationship: 'friend', track: 'family' },
		...{ guardianConsent: false, state: 'received', receivedAt: now },
	})
	const [topUpId, topUpRef, refundRef] = [newId(now), newRef(), newRef()]
	await db.insert(topUp).values({
		...{ id: topUpId, ref: topUpRef, payerId: kariId, prisonerId, facilityId, ore: 20_000, state: 'credited' },
		...{
			startedAt: now,
			checkoutUntil: now,
			paidAt: now,
			creditedAt: now,
			refundBy: days(3),
			paymentId: `pi_${topUpRef}`,
		},
	})
	await db.transaction((tx) => book(tx, { kind: 'paid', causeId: topUpId, prisonerId, ore: 20_000, at: now }))
	await db.insert(refund).values({
		...{ id: randomUUID(), ref: refundRef, topUpId, prisonerId, ore: 15_000, cause: 'officer', reason: 'Asked' },
		...{ state: 'proposed', needsSecond: true, proposedBy: perId, proposedAt: now },
	})
	const restrictionRef = newRef()
	await db.insert(courtRestriction).values({
		...{ id: randomUUID(), ref: restrictionRef, prisonerId, type: 'letter-ban', orderReference: '26-1' },
		...{ fromAt: now, toAt: days(30), coversOfficial: false },
	})
	const importRef = newRef()
	await db.insert(registerImport).values({
		...{ id: randomUUID(), ref: importRef, facilityId, officerId: perId, receivedAt: now, endedAt: now },
		...{ state: 'done', contentHash: randomBytes(32) },
	})

	const { staff } = paths
	const [who, stay] = [
		{ for: permitRef, with: me },
		{ for: permitRef, with: me, nights: 0 },
	]
	return {
		'routes/_family.applications_.$ref': paths.application(applicationRef),
		'routes/_family.phone_.$ref._index': paths.topUp(topUpRef, { wait: 'no' }),
		'routes/_family.phone_.$ref.receipt': paths.topUpReceipt(topUpRef),
		'routes/_family.phone_.new.amount': paths.newTopUpStep('amount', { for: permitRef }),
		'routes/_family.phone_.new.check': paths.newTopUpStep('check', { for: permitRef, ore: 20_000, key: randomUUID() }),
		'routes/_family.rooms_.$ref.new._index': paths.newStay(roomRef, { for: permitRef }),
		'routes/_family.rooms_.$ref.new.time': paths.newStayTime(roomRef, stay),
		'routes/_family.visits_.$ref._index': paths.visit(visitRef),
		'routes/_family.visits_.$ref.cancel': paths.cancelVisit(visitRef),
		'routes/_family.visits_.$ref.change': paths.changeVisit(visitRef),
		'routes/_family.visits_.$ref.change-stay': paths.changeStay(stayRef),
		'routes/_family.visits_.$ref.party._index': paths.changeParty(visitRef),
		'routes/_family.visits_.$ref.party.check': paths.checkParty(visitRef, { with: me }),
		'routes/_family.visits_.$ref.pass': paths.visitPass(visitRef),
		'routes/_family.visits_.new.check': paths.newVisitStep('check', { hold: heldRef }),
		'routes/_family.visits_.new.time': paths.newVisitStep('time', who),
		'routes/_family.visits_.new.who': paths.newVisitStep('who', { for: permitRef }),
		'routes/_family.waiting-list._index': paths.waitingList({ for: permitRef }),
		'routes/visits.$ref.calendar[.]ics': paths.visitCalendarFile(visitRef),
		'routes/visits.$ref.pass[.]html': paths.visitPassFile(visitRef),
		'routes/staff.applications.$ref': staff.application(applicationRef),
		'routes/staff.bookings.$ref': staff.booking(visitRef),
		'routes/staff.bookings.$ref_.party': staff.bookingParty(visitRef),
		'routes/staff.check-in': staff.checkIn({ code }),
		'routes/staff.closures.new': staff.newClosure({ what: 'session', session: session?.ref ?? '' }),
		'routes/staff.funds.$ref._index': staff.topUpDetails(topUpRef),
		'routes/staff.funds.$ref.refund': staff.newRefund(topUpRef),
		'routes/staff.funds.refunds.$ref': staff.refund(refundRef),
		'routes/staff.prisoners.$ref': staff.prisoner(prisonerRef, { reason: 'enquiry' }),
		'routes/staff.register.$ref._index': staff.registerImport(importRef),
		'routes/staff.register.$ref.report[.]csv': staff.registerReport(importRef),
		'routes/staff.restrictions.new': staff.newRestriction({ kind: 'court-restriction', prisoner: prisonerRef }),
		'routes/staff.restrictions.$ref': staff.restriction(restrictionRef),
		'routes/staff.reviews.$ref': staff.review(visitRef),
		'routes/staff.search': staff.search({ q: number, reason: 'enquiry' }),
		'routes/staff.visitors.$ref': staff.visitor(me, { reason: 'enquiry' }),
		'routes/api.v1.register_.$ref': paths.api(`register/${importRef}`),
	}
}
