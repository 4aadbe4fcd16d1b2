import type { Db } from '#db/client.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { lockSessions } from '#db/queries/timetable/lock-sessions.ts'
import { selectSessionsWithOffersDue } from '#db/queries/waiting-list/open-entries.ts'
import { expireOffers } from '#db/queries/waiting-list/write.ts'
import { auditEntry } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from './offer-places.server.ts'

/** Sessions whose offers are let pass in one go. */
const batch = 50

/**
 * Lets the offers pass that ran out, and each place on to the next waiting-list entry in the same transaction. The waiting-list entry stays on the list;
 * that session is not offered to it again. Returns how many passed.
 */
export async function expireDueOffers(db: Db, now: Date): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	let count = 0
	for (const sessionId of await selectSessionsWithOffersDue(db, now, batch)) {
		count += await transaction(db, async (tx) => {
			await lockSessions(tx, [sessionId])
			const passed = await expireOffers(tx, sessionId, now)
			await insertAudit(
				tx,
				passed.map(({ waitingListEntryId, facilityId }) =>
					auditEntry(ctx, {
						action: 'waiting-list-entry.offer-passed',
						facilityId,
						subjectKind: 'waiting-list-entry',
						subjectId: waitingListEntryId,
						detail: { session: sessionId },
					}),
				),
			)
			await offerFreedPlaces(tx, ctx, [sessionId])
			return passed.length
		})
	}
	return count
}
