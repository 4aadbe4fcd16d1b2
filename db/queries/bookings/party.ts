import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { bookingVisitor } from '#db/schema/index.ts'
import { ids } from '../statement.ts'
import { isPermitted, ownIds } from './visits.ts'

/** Writes who joins and who leaves the party of a booking that is requested or confirmed. The booking's row is locked. */
export async function updateParty(
	tx: DbOrTx,
	booking: { id: string; startsAt: Date; endsAt: Date },
	{ added, removed }: { added: readonly string[]; removed: readonly string[] },
): Promise<void> {
	if (removed.length > 0) await tx.execute(sql`select leave_party(${booking.id}::uuid, ${ids(removed)})`)
	if (added.length === 0) return
	const { id: bookingId, startsAt, endsAt } = booking
	await tx
		.insert(bookingVisitor)
		.values(added.map((visitorId) => ({ bookingId, visitorId, live: true, startsAt, endsAt })))
}

/** Somebody who may come to a visit, as a page offers them. */
export interface PartyCandidate {
	id: string
	ref: string
	givenName: string
	familyName: string
	born: string
	/** They are of its party now. */
	comes: boolean
}

/**
 * Who is of a booking's party, and who else may be, the eldest first: of a visitor's own people those with a permit for the
 * prisoner, or, for an officer (`visitorId` null), everyone with a permit that holds.
 */
export async function selectPartyCandidates(
	db: DbOrTx,
	{ bookingId, prisonerId, visitorId }: { bookingId: string; prisonerId: string; visitorId: string | null },
): Promise<PartyCandidate[]> {
	const inParty = sql`exists (select from booking_visitor bv where bv.booking_id = ${bookingId}::uuid and bv.visitor_id = v.id)`
	const others =
		visitorId === null
			? sql`select visitor_id from permit where prisoner_id = ${prisonerId}::uuid and state = 'active' and 'visit' = any(channels)`
			: ownIds(sql`${visitorId}`)
	const rows = await db.execute<Record<keyof Omit<PartyCandidate, 'comes'>, string> & { comes: boolean }>(sql`
		select v.id, v.ref, v.given_name as "givenName", v.family_name as "familyName", v.born::text as born, ${inParty} as comes
		from visitor v where ${inParty} or (v.id in (${others}) and ${isPermitted(sql`v.id`, sql`${prisonerId}::uuid`)})
		order by v.born, v.id limit 200`)
	return [...rows]
}
