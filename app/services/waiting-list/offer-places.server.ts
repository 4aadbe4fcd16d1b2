import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { expireHoldsIn } from '#db/queries/bookings/expire-holds.ts'
import { selectSession } from '#db/queries/bookings/places.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { hasWaiting } from '#db/queries/waiting-list/open-entries.ts'
import { insertOffer } from '#db/queries/waiting-list/write.ts'
import { auditEntry, writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { policyOf } from '../policy.server.ts'
import { type OfferedSession, type PlannedOffer, planOffers, type VisitCache } from './plan-offers.server.ts'

/** Tries to find a waiting-list entry for a place when the one chosen was withdrawn, or got another offer, at that very moment. Those are passed over. */
const attempts = 5

/**
 * Offers the free places of sessions to the waiting-list entries that stand on the list, in the caller's transaction, so that a place that
 * comes free is never there to be raced for. Call it last, when the places are given up, with the sessions locked (by id, as
 * always): of the waiting-list entries only those that get an offer are locked, after them. Returns how many offers were made.
 *
 * @param known the people of waiting-list entries that were read already; left out, they are read when it is their turn
 */
export async function offerFreedPlaces(
	tx: DbOrTx,
	ctx: Ctx,
	sessionIds: readonly string[],
	known: VisitCache = new Map(),
): Promise<number> {
	if (sessionIds.length === 0 || !(await hasWaiting(tx, sessionIds))) return 0
	// The list is nobody's use case: it does not offer in the name of who gave a place up.
	const system: Ctx = { ...ctx, actor: { kind: 'system' } }
	await expireOverdue(tx, system, sessionIds)
	let created = 0
	const missed = new Set<string>()
	for (let attempt = 0; attempt < attempts; attempt++) {
		const sessions = await readSessions(tx, sessionIds, ctx.now)
		const before = missed.size
		for (const offer of await planOffers(tx, sessions, ctx.now, { known, missed })) {
			if (await createOffer(tx, system, offer)) created += 1
			else missed.add(offer.entry.waitingListEntryId)
		}
		if (missed.size === before) break
	}
	return created
}

/** A hold that ran out is still in the session's count until it is written down; only then is its place free to be kept. */
async function expireOverdue(tx: DbOrTx, ctx: Ctx, sessionIds: readonly string[]): Promise<void> {
	const expired = await expireHoldsIn(tx, sessionIds, ctx.now)
	await insertAudit(
		tx,
		expired.map(({ id, facilityId }) =>
			auditEntry(ctx, { action: 'booking.expire', facilityId, subjectKind: 'booking', subjectId: id }),
		),
	)
}

async function readSessions(tx: DbOrTx, sessionIds: readonly string[], now: Date): Promise<OfferedSession[]> {
	const replaced = { bookingId: null, holdOf: null }
	const found = await Promise.all(sessionIds.map((sessionId) => selectSession(tx, { sessionId, now, replaced })))
	return found
		.filter((one) => one !== null)
		.map(({ session, closures, policy }) => ({ session, closures, policy: policyOf(policy) }))
}

async function createOffer(
	tx: DbOrTx,
	ctx: Ctx,
	{ entry, sessionId, facilityId, until }: PlannedOffer,
): Promise<boolean> {
	const offer = {
		id: newId(ctx.now),
		waitingListEntryId: entry.waitingListEntryId,
		sessionId,
		people: entry.visitorIds.length,
		offeredAt: ctx.now,
		until,
	}
	if (!(await insertOffer(tx, offer))) return false
	await writeAudit(tx, ctx, {
		action: 'waiting-list-entry.offer',
		facilityId,
		subjectKind: 'waiting-list-entry',
		subjectId: entry.waitingListEntryId,
		detail: { session: sessionId },
	})
	await queueMessages(tx, [
		{
			kind: 'waiting-list-offer',
			toVisitorId: entry.createdBy,
			waitingListEntryId: entry.waitingListEntryId,
			queuedAt: ctx.now,
		},
	])
	return true
}
