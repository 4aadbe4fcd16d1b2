import { and, asc, eq } from 'drizzle-orm'
import { addDays, type LocalDate, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { Ctx } from '#app/services/context.ts'
import { addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import { createDueOffers } from '#app/services/waiting-list/create-offers.server.ts'
import { withdrawEntry } from '#app/services/waiting-list/withdraw-entry.server.ts'
import type { Db } from '#db/client.server.ts'
import { booking, waitingListEntry, waitingListVisitor } from '#db/schema/index.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { type ComingVisit, comingVisits } from './coming-visits.ts'

interface EntriesInput {
	now: Date
	/** WaitingList of each kind. */
	ofEach: number
	/** Where a second visit in a week is refused, and the facilities where it can be had. */
	busy: string
	roomy: readonly string[]
	ids: SeededIds
}

/**
 * The waiting list: waiting-list entries that wait (their week has its visit already), waiting-list entries with a place on offer, some taken back, and
 * some of earlier that were met or came to nothing.
 */
export async function addEntries(db: Db, { now, ofEach, busy, roomy, ids }: EntriesInput): Promise<void> {
	const waiting = await comingVisits(db, busy, now)
	for (const visit of waiting.slice(-ofEach)) {
		const monday = mondayOf(localDate(visit.startsAt))
		await entryFor(db, now, visit, monday, addDays(monday, 6), true)
	}
	const able = (await Promise.all(roomy.map((facilityId) => comingVisits(db, facilityId, now)))).flat()
	for (const visit of able.slice(-ofEach)) {
		const created = await entryFor(db, now, visit, addDays(localDate(now), 2), addDays(localDate(now), 30), false)
		if (created) await withdrawEntry(asVisitor(db, now, visit.bookerId), { entry: { id: created } })
	}
	for (const visit of able.slice(0, ofEach))
		await entryFor(db, now, visit, addDays(localDate(now), 4), addDays(localDate(now), 21), false)
	await createDueOffers(db, now)
	await addEarlier(db, now, busy, ofEach, ids)
}

const asVisitor = (db: Db, now: Date, visitorId: string): Ctx => ({
	db,
	now,
	actor: { kind: 'visitor', visitorId },
	requestId: null,
})

async function entryFor(db: Db, now: Date, visit: ComingVisit, from: LocalDate, to: LocalDate, farTravel: boolean) {
	const { bookerId, prisonerId } = visit
	const created = await addEntry(asVisitor(db, now, bookerId), {
		prisonerId,
		partyIds: [bookerId],
		from,
		to,
		farTravel,
	})
	return created.ok ? created.entry.id : null
}

/** Of the past there is the row alone. */
async function addEarlier(db: Db, now: Date, facilityId: string, ofEach: number, ids: SeededIds): Promise<void> {
	const over = await db
		.select()
		.from(booking)
		.where(and(eq(booking.facilityId, facilityId), eq(booking.state, 'completed'), eq(booking.track, 'family')))
		.orderBy(asc(booking.startsAt), asc(booking.id))
		.limit(ofEach * 2)
	await db.transaction(async (tx) => {
		for (const [index, { bookerId, prisonerId, startsAt, createdAt, id: bookingId }] of over.entries()) {
			if (bookerId === null) continue
			const day = localDate(startsAt)
			const met = index % 2 === 0
			const id = ids.id(createdAt)
			await tx.insert(waitingListEntry).values({
				id,
				ref: ids.ref(),
				createdBy: bookerId,
				prisonerId,
				firstDate: day,
				lastDate: day,
				settings: ['hall'],
				farTravel: false,
				state: met ? 'fulfilled' : 'lapsed',
				createdAt: new Date(Math.min(createdAt.getTime(), now.getTime())),
				bookingId: met ? bookingId : null,
			})
			await tx.insert(waitingListVisitor).values({ waitingListEntryId: id, visitorId: bookerId })
		}
	})
}
