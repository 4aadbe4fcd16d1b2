import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { waitingListEntry, waitingListVisitor } from '#db/schema/index.ts'
import { at, ids } from '../statement.ts'
import type { EntryWithParty, WaitingListEntryRow } from './read.ts'

/** Writes a waiting-list entry with its party; null, and nothing written, when the same form has made one before. */
export async function insertEntry(
	tx: DbOrTx,
	row: WaitingListEntryRow,
	visitorIds: readonly string[],
): Promise<EntryWithParty | null> {
	const [created] = await tx
		.insert(waitingListEntry)
		.values(row)
		.onConflictDoNothing({ target: waitingListEntry.idempotencyKey })
		.returning()
	if (!created) return null
	await tx
		.insert(waitingListVisitor)
		.values(visitorIds.map((visitorId) => ({ waitingListEntryId: created.id, visitorId })))
	return { ...created, visitorIds: [...visitorIds].sort() }
}

/** Ends an open waiting-list entry; false, and nothing written, when it is no longer open. */
export async function endEntry(
	tx: DbOrTx,
	id: string,
	end: { state: 'fulfilled'; bookingId: string } | { state: 'withdrawn' },
): Promise<boolean> {
	const ended = await tx
		.update(waitingListEntry)
		.set(end)
		.where(and(eq(waitingListEntry.id, id), eq(waitingListEntry.state, 'open')))
		.returning({ id: waitingListEntry.id })
	return ended.length > 0
}

/** Lapses the open waiting-list entries whose last day is before `today`. One with an offer still open waits for it to pass. */
export async function lapseEntries(tx: DbOrTx, today: string, limit: number): Promise<{ id: string }[]> {
	return tx.execute<{ id: string }>(sql`
		with due as materialized (
			select id from waiting_list_entry w where state = 'open' and last_date < ${today}::date
				and not exists (select from waiting_list_offer o where o.waiting_list_entry_id = w.id and o.state = 'open')
			order by id limit ${limit} for no key update skip locked)
		update waiting_list_entry set state = 'lapsed' where id in (select id from due)
		returning id`)
}

/** Locks an open waiting-list entry for its taker, so that nobody offers it another place meanwhile. Its people and session come first. */
export async function lockEntry(tx: DbOrTx, id: string): Promise<void> {
	await tx.execute(sql`select id from waiting_list_entry where id = ${id}::uuid for no key update`)
}

/**
 * Offers a place to a waiting-list entry that is still open and has no other offer; false, and nothing written, when it is not, or when
 * somebody else is at it this moment: nobody waits for a waiting-list entry, since two who offer several would wait for each other. The
 * session must be locked by the caller.
 */
export async function insertOffer(
	tx: DbOrTx,
	offer: { id: string; waitingListEntryId: string; sessionId: string; people: number; offeredAt: Date; until: Date },
): Promise<boolean> {
	const created = await tx.execute(sql`
		insert into waiting_list_offer (id, waiting_list_entry_id, session_id, people, offered_at, until, state)
		select ${offer.id}::uuid, w.id, ${offer.sessionId}::uuid, ${offer.people}::int, ${at(offer.offeredAt)},
			${at(offer.until)}, 'open'
		from (select id from waiting_list_entry where id = ${offer.waitingListEntryId}::uuid and state = 'open' for no key update skip locked) as w
		on conflict (waiting_list_entry_id) where state = 'open' do nothing
		returning id`)
	return created.length > 0
}

/** Takes a waiting-list entry's offer of a session while it stands; false, and nothing written, when it does not. */
export async function takeOffer(
	tx: DbOrTx,
	offer: { waitingListEntryId: string; sessionId: string; now: Date },
): Promise<boolean> {
	const taken = await tx.execute(sql`
		update waiting_list_offer set state = 'accepted'
		where waiting_list_entry_id = ${offer.waitingListEntryId}::uuid and session_id = ${offer.sessionId}::uuid and state = 'open'
			and until > ${at(offer.now)}
		returning id`)
	return taken.length > 0
}

export type ExpiredOffer = { id: string; waitingListEntryId: string; sessionId: string; facilityId: string }

/** Lets the open offers of a session that ran out pass. The session must be locked by the caller. */
export async function expireOffers(tx: DbOrTx, sessionId: string, now: Date): Promise<ExpiredOffer[]> {
	return pass(tx, sql`o.session_id = ${sessionId}::uuid and o.until <= ${at(now)}`)
}

/** Lets a waiting-list entry's open offer pass, whatever time is left, when it is of one of these sessions, locked by the caller. */
export async function expireOfferOf(
	tx: DbOrTx,
	waitingListEntryId: string,
	sessionIds: readonly string[],
): Promise<ExpiredOffer[]> {
	return pass(tx, sql`o.waiting_list_entry_id = ${waitingListEntryId}::uuid and o.session_id = any(${ids(sessionIds)})`)
}

async function pass(tx: DbOrTx, which: SQL): Promise<ExpiredOffer[]> {
	return tx.execute<ExpiredOffer>(sql`
		update waiting_list_offer o set state = 'passed' from visit_session s
		where s.id = o.session_id and o.state = 'open' and ${which}
		returning o.id, o.waiting_list_entry_id as "waitingListEntryId", o.session_id as "sessionId", s.facility_id as "facilityId"`)
}
