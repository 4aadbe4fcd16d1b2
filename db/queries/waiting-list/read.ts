import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner, visitSession, waitingListEntry, waitingListOffer } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'

export type WaitingListEntryRow = typeof waitingListEntry.$inferSelect
export type EntryWithParty = WaitingListEntryRow & { visitorIds: string[] }

const visitorIds = sql<string[]>`array(
	select visitor_id::text from waiting_list_entry_visitor where waiting_list_entry_id = waiting_list_entry.id order by visitor_id)`

/** One waiting-list entry with its party; null when there is none. */
export async function selectEntry(db: DbOrTx, key: Key | { idempotencyKey: string }): Promise<EntryWithParty | null> {
	const where =
		'idempotencyKey' in key ? eq(waitingListEntry.idempotencyKey, key.idempotencyKey) : isKey(waitingListEntry, key)
	const [found] = await db.select({ row: waitingListEntry, visitorIds }).from(waitingListEntry).where(where)
	return found ? { ...found.row, visitorIds: found.visitorIds } : null
}

/** A place on offer: where, when, and until when it is kept. */
export interface OpenOffer {
	id: string
	sessionId: string
	sessionRef: string
	startsAt: Date
	endsAt: Date
	setting: Setting
	until: Date
}

const offerColumns = {
	id: waitingListOffer.id,
	sessionId: waitingListOffer.sessionId,
	sessionRef: visitSession.ref,
	startsAt: visitSession.startsAt,
	endsAt: visitSession.endsAt,
	setting: visitSession.setting,
	until: waitingListOffer.until,
}

/** What is on offer to a waiting-list entry; an offer that has run out but was not yet let pass is among it. */
export async function selectOpenOffer(db: DbOrTx, waitingListEntryId: string): Promise<OpenOffer | null> {
	const [offer] = await db
		.select(offerColumns)
		.from(waitingListOffer)
		.innerJoin(visitSession, eq(visitSession.id, waitingListOffer.sessionId))
		.where(and(eq(waitingListOffer.waitingListEntryId, waitingListEntryId), eq(waitingListOffer.state, 'open')))
	return offer ?? null
}

/** A visitor's own waiting-list entry with whom it is for and what is on offer to it now. */
export interface OwnEntry {
	entry: EntryWithParty
	prisoner: { id: string; ref: string; givenName: string; familyName: string }
	offer: OpenOffer | null
}

/** The waiting-list entries that a visitor has made: the open ones by their first day, then those that ended, the latest first. */
export async function selectOwnEntries(db: DbOrTx, visitorId: string, now: Date): Promise<OwnEntry[]> {
	const rows = await db
		.select({
			row: waitingListEntry,
			visitorIds,
			prisoner: {
				id: prisoner.id,
				ref: prisoner.ref,
				givenName: prisoner.givenName,
				familyName: prisoner.familyName,
			},
			offer: offerColumns,
		})
		.from(waitingListEntry)
		.innerJoin(prisoner, eq(prisoner.id, waitingListEntry.prisonerId))
		.leftJoin(
			waitingListOffer,
			and(eq(waitingListOffer.waitingListEntryId, waitingListEntry.id), eq(waitingListOffer.state, 'open')),
		)
		.leftJoin(visitSession, eq(visitSession.id, waitingListOffer.sessionId))
		.where(eq(waitingListEntry.createdBy, visitorId))
		.orderBy(
			sql`${waitingListEntry.state} <> 'open'`,
			asc(waitingListEntry.firstDate),
			desc(waitingListEntry.createdAt),
		)
		.limit(50)
	return rows.map(({ row, offer, ...rest }) => ({
		entry: { ...row, visitorIds: rest.visitorIds },
		prisoner: rest.prisoner,
		offer: asOffer(offer, now),
	}))
}

type Joined = { [K in keyof OpenOffer]: OpenOffer[K] | null }

function asOffer(joined: Joined, now: Date): OpenOffer | null {
	const { id, sessionId, sessionRef, startsAt, endsAt, setting, until } = joined
	if (!id || !sessionId || !sessionRef || !startsAt || !endsAt || !setting || !until) return null
	return until > now ? { id, sessionId, sessionRef, startsAt, endsAt, setting, until } : null
}
