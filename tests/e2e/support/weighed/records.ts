import { and, asc, eq, isNull } from 'drizzle-orm'
import { apply } from '#app/services/applications/apply.server.ts'
import { withdrawApplication } from '#app/services/applications/withdraw.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { receiveFile } from '#app/services/register/receive-file.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { booking, courtRestriction, officer, permit, prisoner, review, visitor } from '#db/schema/index.ts'
import type { startTestStack } from '#sandbox/test-stack.ts'
import { asOfficer, asVisitor } from '#tests/support/rows.ts'
import { clockAt } from '../clock.ts'
import { makePayment, type Payment } from './payment.ts'
import { freeRoom, makeVisits, type Visits } from './visits.ts'

type Running = Awaited<ReturnType<typeof startTestStack>>

/** One of everything that has a page, by reference. */
export interface Records extends Visits, Payment {
	/** Kari's permit for Jonas, and who of them comes. */
	permit: string
	party: string
	application: string
	/** A room where no stay is booked yet, beside the one who is paid in for, who comes, and a day. */
	freeRoom: { ref: string; party: string; day: string }
	/** What the officers at Fjellheim look at. */
	prisoner: string
	visitor: string
	review: string
	register: string
	restriction: string
}

/** Makes what is not there yet, by the use cases that the pages do. `putAway` leaves nothing that another test would meet. */
export async function makeRecords(running: Running): Promise<{ records: Records; putAway(): Promise<void> }> {
	const db = connect(running.ownerUrl, { max: 2 })
	try {
		const now = await (await clockAt(running.clock)).now()
		const family = await familyOf(db)
		const ctx = asVisitor(db, family.visitor.id, now)
		const party = [family.visitor, family.child]
		const payment = await makePayment(running, db, { payer: family.visitor, now })
		const visits = await makeVisits(ctx, { prisoner: family.prisoner, partyIds: party.map(({ id }) => id) })
		const free = await freeRoom(ctx, { prisoner: payment.payee, partyIds: [family.visitor.id] })
		const [freeDay] = free.days
		if (freeDay === undefined) throw new Error('No room is free')
		const applied = await apply(ctx, {
			...{ visitorId: family.visitor.id, number: 'F-1003', name: 'Håkon Eide' },
			relationship: 'friend',
		})
		const records = {
			...{ ...visits, ...payment.records },
			permit: family.permit.ref,
			party: party.map(({ ref }) => ref).join(','),
			application: applied.ref,
			freeRoom: { ref: free.at.ref, party: family.visitor.ref, day: freeDay },
			prisoner: family.prisoner.ref,
			visitor: family.visitor.ref,
			review: await reviewAt(db, family.prisoner.facilityId),
			restriction: await restrictionAt(db, family.prisoner.facilityId),
			register: await sendRegister(db, family.prisoner.facilityId, now),
		}
		return {
			records,
			async putAway() {
				for (const ref of [visits.visit.ref, visits.stay, visits.held]) await cancelBooking(ctx, { booking: { ref } })
				await withdrawApplication(ctx, { application: { ref: applied.ref } })
				await payment.putAway()
				await disconnect(db)
			},
		}
	} catch (error) {
		await disconnect(db)
		throw error
	}
}

/** Kari, whom she visits, and the younger of the visitors.children. */
async function familyOf(db: Db) {
	const [own] = await db
		.select()
		.from(permit)
		.innerJoin(visitor, eq(visitor.id, permit.visitorId))
		.innerJoin(prisoner, eq(prisoner.id, permit.prisonerId))
		.where(and(eq(visitor.email, 'kari.haugen@post.example'), eq(prisoner.number, 'F-1001')))
	const [child] = await db
		.select()
		.from(visitor)
		.where(and(eq(visitor.givenName, 'Emma'), eq(visitor.familyName, 'Haugen')))
	if (!own || !child) throw new Error('Kari, Jonas or Emma is not in this world')
	return { ...own, child }
}

async function reviewAt(db: Db, facilityId: string): Promise<string> {
	const [first] = await db
		.select({ ref: booking.ref })
		.from(review)
		.innerJoin(booking, eq(booking.id, review.bookingId))
		.where(and(eq(review.facilityId, facilityId), isNull(review.endedAt)))
		.orderBy(asc(review.openedAt), asc(review.id))
		.limit(1)
	if (!first) throw new Error('Nothing is under review in this world')
	return first.ref
}

async function restrictionAt(db: Db, facilityId: string): Promise<string> {
	const [first] = await db
		.select({ ref: courtRestriction.ref })
		.from(courtRestriction)
		.innerJoin(prisoner, eq(prisoner.id, courtRestriction.prisonerId))
		.where(eq(prisoner.facilityId, facilityId))
		.orderBy(asc(courtRestriction.id))
		.limit(1)
	if (!first) throw new Error('No court has restricted anyone in this world')
	return first.ref
}

/** A register file of which much has to be left out, so that its report is long. */
async function sendRegister(db: Db, facilityId: string, now: Date): Promise<string> {
	const header = 'number;given_name;family_name;birth_date;facility;unit;security_level;legal_status;custody;valid_from'
	const bad = Array.from({ length: 200 }, (_, n) => `W-${n};Åse;Prøvesen;02.04.1988;fjellheim;Ingensteds;high`)
	const [berit] = await db.select().from(officer).where(eq(officer.subject, 'berit'))
	const ctx: Ctx = asOfficer(db, { officerId: berit?.id ?? '', facilityId }, now)
	async function* bytes() {
		yield Buffer.from([header, ...bad].join('\r\n'))
	}
	return (await receiveFile(ctx, { facilityId, bytes: bytes(), idempotencyKey: null })).ref
}
